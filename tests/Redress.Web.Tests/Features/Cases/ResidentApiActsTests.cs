using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Redress.Core.Cases;
using Redress.Web.Security;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>What a resident's program does in their complaint: it writes, sends files and answers the definition.</summary>
public sealed class ResidentApiActsTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private const string Complaints = "/api/v1/complaints";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_message_with_a_photo_is_written_once_and_read_back(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (program, reference) = await FollowingAsync(office);
        const string Body = """{"text":"The damp is worse"}""";
        var key = NewKey();

        var first = await PostAsync(program, reference, Body, key, ("damp.jpg", Samples.Jpeg()));
        var again = await PostAsync(program, reference, Body, key, ("damp.jpg", Samples.Jpeg()));
        var other = await PostAsync(program, reference, Body, key, ("damp.pdf", Samples.Pdf()));

        Assert.Equal((201, 201, 422), (first.Status, again.Status, other.Status));
        Assert.Equal($"{Complaints}/{reference}", first.Json.GetProperty("location").GetString());
        var recorded = (await office.CaseAsync(reference)).History[^1];
        var message = Assert.IsType<MessageReceived>(recorded.Event);
        Assert.Equal((CurrentPerson.Resident, Channel.WebForm), (recorded.Who, message.Channel));
        var shown = await ShowAsync(program, reference);
        var told = shown.GetProperty("messages").EnumerateArray().Last();
        Assert.Equal(
            ("in", "The damp is worse"),
            (told.GetProperty("direction").GetString(), told.GetProperty("text").GetString())
        );
        var file = Assert.Single(told.GetProperty("files").EnumerateArray());
        Assert.Equal(
            ("damp.jpg", "jpeg"),
            (file.GetProperty("name").GetString(), file.GetProperty("type").GetString())
        );
        var at = new Uri(file.GetProperty("location").GetString()!, UriKind.Relative);
        using var answer = await program.GetAsync(at, Cancel);
        Assert.Equal((200, "image/jpeg"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        using var stranger = await office.Stranger().GetAsync(at, Cancel);
        Assert.Equal(401, (int)stranger.StatusCode);
        var (another, _) = await FollowingAsync(office);
        using var elsewhere = await another.GetAsync(at, Cancel);
        Assert.Equal(404, (int)elsewhere.StatusCode);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_definition_is_disputed_set_down_again_and_agreed_to(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (program, reference) = await FollowingAsync(office);
        var address = $"{Complaints}/{reference}/definition-answer";
        var early = await program.SendAsync(address, new { right = true });
        Assert.Equal((409, "not_defined"), (early.Status, early.Json.Code()));
        await DefineAsync(office, reference, "The door is broken");
        Assert.True((await ShowAsync(program, reference)).GetProperty("may_answer_definition").GetBoolean());

        var nothing = await program.SendAsync(address, new { });
        Assert.Equal((400, "right"), (nothing.Status, string.Join(',', nothing.Json.Fields())));
        var unsaid = await program.SendAsync(address, new { right = false });
        Assert.Equal((409, "nothing_said"), (unsaid.Status, unsaid.Json.Code()));
        Assert.Equal("text", unsaid.Json.GetProperty("field").GetString());
        var key = NewKey();
        var no = new { right = false, text = "I said the lift" };
        Assert.Equal(201, (await program.SendAsync(address, no, key)).Status);
        Assert.Equal(201, (await program.SendAsync(address, no, key)).Status);
        Assert.Equal("already_disputed", (await program.SendAsync(address, no)).Json.Code());
        var disputed = await office.CaseAsync(reference);
        Assert.Equal("I said the lift", await office.TextAsync(disputed, disputed.DefinitionDispute!.Text));

        await DefineAsync(office, reference, "The lift is broken");
        Assert.Equal(201, (await program.SendAsync(address, new { right = true })).Status);
        Assert.Equal(office.Clock.Today, (await office.CaseAsync(reference)).DefinitionAgreedOn);
        var shown = await ShowAsync(program, reference);
        Assert.Equal($"{office.Clock.Today:yyyy-MM-dd}", shown.GetProperty("definition_agreed_on").GetString());
        Assert.False(shown.GetProperty("may_answer_definition").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_sent_is_said_by_the_field_it_is_about_and_nothing_is_recorded()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (program, reference) = await FollowingAsync(office);
        var address = $"{Complaints}/{reference}/messages";

        var empty = await program.SendAsync(address, new { text = " " });
        Assert.Equal((409, "nothing_in_it"), (empty.Status, empty.Json.Code()));
        Assert.Equal("text", empty.Json.GetProperty("field").GetString());
        var misspelt = await program.SendAsync(address, new { txt = "Hello" });
        Assert.Equal((400, "txt"), (misspelt.Status, string.Join(',', misspelt.Json.Fields())));
        var packed = await PostAsync(program, reference, "{}", null, ("a.zip", Samples.Zip([("a", "b")])));
        Assert.Equal((400, "files"), (packed.Status, string.Join(',', packed.Json.Fields())));
        var script = await PostAsync(program, reference, "{}", null, ("photo.jpg", "<script>"u8.ToArray()));
        Assert.Equal(400, script.Status);
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is MessageReceived);
    }

    [Fact]
    public async Task After_twenty_messages_in_a_day_the_next_waits_for_tomorrow()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (program, reference) = await FollowingAsync(office);
        var address = $"{Complaints}/{reference}/messages";

        for (var i = 0; i < MessageReceipt.MostMessagesADay; i++)
        {
            Assert.Equal(201, (await program.SendAsync(address, new { text = $"Again {i}" })).Status);
        }

        var often = await program.SendAsync(address, new { text = "Again" });
        Assert.Equal((409, "too_much_today"), (often.Status, often.Json.Code()));
    }

    [Fact]
    public async Task A_key_that_another_resident_chose_too_is_the_key_of_each()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (one, ones) = await FollowingAsync(office);
        var (other, others) = await FollowingAsync(office);

        Assert.Equal(201, (await one.SendAsync($"{Complaints}/{ones}/messages", new { text = "Hello" }, "1")).Status);
        Assert.Equal(201, (await other.SendAsync($"{Complaints}/{others}/messages", new { text = "Hi" }, "1")).Status);
    }

    [Fact]
    public async Task Nobody_writes_in_a_complaint_that_is_not_theirs_nor_answers_for_whom_they_joined()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (program, reference) = await FollowingAsync(office);
        var (_, other) = await FollowingAsync(office);
        await DefineAsync(office, reference, "The door is broken");
        var joined = await (await office.ProgramAsync("cora")).SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new { on = $"{office.Clock.Today:yyyy-MM-dd}", name = "Mr Hall" }
        );
        var hall = office.Stranger();
        await LetInAsync(hall, reference, joined.Json.GetProperty("code").GetString()!);

        Assert.Equal(404, (await program.SendAsync($"{Complaints}/{other}/messages", new { text = "x" })).Status);
        var stranger = await office.Stranger().SendAsync($"{Complaints}/{reference}/messages", new { text = "x" });
        Assert.Equal(401, stranger.Status);
        var staff = await office.ProgramAsync("lena");
        Assert.Equal(401, (await staff.SendAsync($"{Complaints}/{reference}/messages", new { text = "x" })).Status);
        Assert.Equal(
            404,
            (await hall.SendAsync($"{Complaints}/{reference}/definition-answer", new { right = true })).Status
        );
        Assert.Equal(201, (await hall.SendAsync($"{Complaints}/{reference}/messages", new { text = "A pram" })).Status);
        var first = await ShowAsync(program, reference);
        Assert.DoesNotContain("A pram", first.GetRawText(), StringComparison.Ordinal);
    }

    private static string NewKey() => $"{Guid.NewGuid():N}";

    private static async Task<(HttpClient Program, string Reference)> FollowingAsync(Office office)
    {
        var program = office.Stranger();
        var complaint = new
        {
            summary = "The lift is broken",
            anonymous = false,
            name = "Mrs Shah",
            phone = "01632 960001",
        };
        var sent = await program.SendAsync(Complaints, complaint, NewKey());
        var reference = sent.Json.GetProperty("reference").GetString()!;
        await LetInAsync(program, reference, sent.Json.GetProperty("code").GetString()!);
        return (program, reference);
    }

    private static async Task LetInAsync(HttpClient program, string reference, string code)
    {
        var token = await program.SendAsync($"{Complaints}/tokens", new { reference, code });
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Json.GetProperty("token").GetString()
        );
    }

    private static Task<JsonElement> ShowAsync(HttpClient program, string reference) =>
        program.GetFromJsonAsync<JsonElement>(new Uri($"{Complaints}/{reference}", UriKind.Relative), Cancel);

    private static async Task DefineAsync(Office office, string reference, string definition) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (c, desk) => Definition.Decide(c, new(definition, "A working lift"), desk.Today)
        );

    private static async Task<(int Status, JsonElement Json)> PostAsync(
        HttpClient program,
        string reference,
        string message,
        string? key,
        params (string Name, byte[] Content)[] files
    )
    {
        using var content = new MultipartFormDataContent { { new StringContent(message), "message" } };
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Complaints}/{reference}/messages");
        request.Content = content;
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await program.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement);
    }
}
