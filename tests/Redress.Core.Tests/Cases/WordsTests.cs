using System.Reflection;
using FsCheck;
using FsCheck.Fluent;
using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

public class WordsTests
{
    private static readonly byte[] Salt = [1, 2, 3, 4];

    [Fact]
    public void Stored_words_keep_a_salted_hash_and_no_text()
    {
        var stored = Words.Of(" The roof leaks. ").Store("w1", Salt);

        Assert.Null(stored.Text);
        Assert.Equal("w1", stored.Id);
        Assert.Equal(Words.HashOf("The roof leaks.", Salt), stored.Hash);
        Assert.NotEqual(Words.HashOf("The roof leaks.", [5, 6, 7, 8]), stored.Hash);
    }

    [Fact]
    public void Words_are_stored_once()
    {
        var stored = Words.Of("The roof leaks.").Store("w1", Salt);

        Assert.Throws<InvalidOperationException>(() => stored.Store("w2", Salt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n ")]
    public void Space_is_no_words(string? written) => Assert.Null(Words.From(written));

    [Fact]
    public void Words_do_not_show_in_a_log() =>
        Assert.DoesNotContain(
            "roof",
            new PointRaised(new(2025, 4, 14), 1, Words.Of("The roof leaks.")).ToString(),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_event_hands_over_every_one_of_its_words() =>
        Prop.ForAll(
                AnyEvent.Arbitrary(),
                caseEvent =>
                {
                    var held = WordsIn(caseEvent);
                    var handed = new List<Words>();
                    var changed = caseEvent.WithWords(words =>
                    {
                        handed.Add(words);
                        return Words.Stored("changed", "00");
                    });

                    return handed.SequenceEqual(held)
                        && WordsIn(changed).All(words => words.Id == "changed")
                        && WordsIn(changed).Count == held.Count;
                }
            )
            .QuickCheckThrowOnFailure();

    private static List<Words> WordsIn(object caseEvent) =>
        [
            .. caseEvent
                .GetType()
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.GetValue(caseEvent))
                .SelectMany(value =>
                    value switch
                    {
                        Words words => [words],
                        CaseEvent inside => WordsIn(inside),
                        IEnumerable<ReceivedFile> files => files.SelectMany(WordsIn),
                        IEnumerable<Words> several => several,
                        _ => (IEnumerable<Words>)[],
                    }
                ),
        ];
}
