using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

public class CaseEventJsonTests
{
    private static readonly DateOnly Mon14Apr = new(2025, 4, 14);

    [Fact]
    public void Every_event_reads_back_as_it_was_written() =>
        Prop.ForAll(
                AnyEvent.Arbitrary(),
                written =>
                {
                    var (name, version, data) = CaseEventJson.Write(written);
                    return CaseEventJson.Read(name, version, data) == written;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_event_has_a_name_of_its_own()
    {
        var names = AnyEvent.Types.Select(type => CaseEventJson.Write(AnyEvent.Of(type).Sample(1).Single()).Name);

        Assert.Equal(CaseEventJson.Names.Order(), names.Order());
        Assert.Equal(CaseEventJson.Names.Count, CaseEventJson.Names.Distinct().Count());
    }

    [Fact]
    public void History_holds_short_text_in_snake_case_without_what_is_missing()
    {
        var (name, version, data) = CaseEventJson.Write(
            new Responded(Mon14Apr, 1, Finding.PartlyUpheld, Letter: Words.Stored("w1", "ab"))
        );

        Assert.Equal(("responded", 1), (name, version));
        Assert.Equal(
            """{"on":"2025-04-14","stage":1,"outcome":"partly_upheld","letter":{"id":"w1","hash":"ab"}}""",
            data
        );
    }

    [Fact]
    public void An_event_whose_words_are_not_stored_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() =>
            CaseEventJson.Write(new PointRaised(Mon14Apr, 1, Words.Of("The roof leaks")))
        );

    [Theory]
    [InlineData("levitated", 1, """{"on":"2025-04-14"}""")]
    [InlineData("logged", 2, """{"on":"2025-04-14"}""")]
    [InlineData("logged", 0, """{"on":"2025-04-14"}""")]
    [InlineData("logged", 1, "{}")]
    [InlineData("logged", 1, """{"on":"2025-04-14","by":"nobody knows"}""")]
    [InlineData("calendar_adopted", 1, """{"on":"2025-04-14","calendar_id":"england-and-wales"}""")]
    [InlineData("closed", 1, """{"on":"2025-04-14","outcome":1}""")]
    [InlineData("withdrawn", 1, """{"on":"2025-04-14","reason":{"id":"w1"}}""")]
    public void What_this_release_does_not_know_is_refused(string name, int version, string data) =>
        Assert.Throws<JsonException>(() => CaseEventJson.Read(name, version, data));

    [Fact]
    public void An_old_form_is_turned_into_the_present_one_step_by_step()
    {
        var form = new EventForm(
            "logged",
            typeof(Logged),
            () => CaseEventContext.Default.Logged,
            [Rename("date", "day"), Rename("day", "on")]
        );

        Assert.Equal(3, form.Version);
        Assert.Equal(new Logged(Mon14Apr), form.Read(1, """{"date":"2025-04-14"}"""));
        Assert.Equal(new Logged(Mon14Apr), form.Read(2, """{"day":"2025-04-14"}"""));
        Assert.Equal(new Logged(Mon14Apr), form.Read(3, """{"on":"2025-04-14"}"""));
    }

    private static Func<JsonObject, JsonObject> Rename(string from, string to) =>
        old => new JsonObject { [to] = old[from]!.DeepClone() };
}
