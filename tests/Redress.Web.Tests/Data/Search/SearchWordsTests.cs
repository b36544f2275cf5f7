using Redress.Web.Data;

namespace Redress.Web.Tests.Data.Search;

/// <summary>What words a text is found by, and what is looked for when something is typed.</summary>
public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Damp, in the KITCHEN; damp again.", "damp in the kitchen again ")]
    [InlineData("Zoë Müller-Łukasz, Æthelstan Straße", "zoe muller lukasz aethelstan strasse ")]
    [InlineData("Zoe\u0308 Mu\u0308ller", "zoe muller ")]
    [InlineData("Kraków, Żółć; Llŷn, tŵr, Ystradgynlais", "krakow zolc llyn twr ystradgynlais ")]
    [InlineData("O'Brien's, O’Brien, O`Brien", "obriens obrien brien ")]
    [InlineData("the residents' lift 'broken'", "the residents lift broken ")]
    [InlineData("چھت سے پانی ٹپک رہا ہے", "چھت سے پانی ٹپک رہا ہے ")]
    [InlineData("پانى ٢٣", "پانی 23 ")]
    [InlineData("a\0b \ud800 😀 c", "a b c ")]
    [InlineData("!!! -- * \" ( )", "")]
    public void Words_are_without_case_accents_and_apostrophes(string text, string words) =>
        Assert.Equal(words, WordsOf(text));

    [Theory]
    [InlineData("SW1A 1AA", "sw1a 1aa sw1a1aa ")]
    [InlineData("sw1a1aa", "sw1a1aa sw1a 1aa ")]
    [InlineData("M1 1AE", "m1 1ae m11ae ")]
    [InlineData("flat 2 3rd floor", "flat 2 3rd floor ")]
    public void A_postcode_is_found_with_its_space_and_without(string text, string words) =>
        Assert.Equal(words, WordsOf(text));

    [Theory]
    [InlineData("07700 900123")]
    [InlineData("07700900123")]
    [InlineData("(07700) 900-123")]
    [InlineData("+44 7700 900123")]
    [InlineData("+44 (0)7700 900123")]
    [InlineData("0044 7700 900 123")]
    [InlineData("447700900123")]
    public void A_telephone_number_is_one_number_however_it_is_written(string text)
    {
        var words = WordsOf(text).Split(' ');
        Assert.Contains("07700900123", words);
        Assert.Contains("900123", words);
    }

    [Fact]
    public void A_reference_is_found_whole_in_one_and_by_half()
    {
        var words = new CaseWords("");
        words.AddReference("7K3F-92QX");
        Assert.Equal("7k3f 92qx 7k3f92qx ", words.ToString());
    }

    [Fact]
    public void Of_a_text_that_never_ends_only_the_beginning_is_kept()
    {
        var endless = string.Concat(Enumerable.Range(0, 50_000).Select(number => $"w{number} "));
        Assert.InRange(WordsOf(endless).Length, 9_000, 11_000);
        Assert.Equal(41, WordsOf(new string('x', 5_000)).Length);
    }

    [Fact]
    public void Of_a_case_that_never_ends_no_more_is_kept_than_PostgreSQL_takes()
    {
        var words = new CaseWords("");
        for (var text = 0; text < 100; text++)
        {
            words.Add(string.Concat(Enumerable.Range(0, 2_000).Select(number => $"چھت{text}x{number} ")));
        }

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(words.ToString()), 300_000, 1_000_000);
    }

    [Theory]
    [InlineData("damp kitchen", "\"damp\"* AND \"kitchen\"*", "'damp':* & 'kitchen':*")]
    [InlineData("damp AND NOT \"kit* OR NEAR(", null, null)]
    [InlineData("SW1A 1AA", "(\"sw1a1aa\"* OR (\"sw1a\"* AND \"1aa\"*))", "('sw1a1aa':* | ('sw1a':* & '1aa':*))")]
    [InlineData("07700 9001", "(\"077009001\"* OR (\"07700\"* AND \"9001\"*))", null)]
    [InlineData("7K3F-92QO", "(\"7k3f92q0\"* OR (\"7k3f\"* AND \"92qo\"*))", null)]
    [InlineData("kitchens", "(\"k1tchens\"* OR (\"kitchens\"*))", "('k1tchens':* | ('kitchens':*))")]
    [InlineData("12 High", "\"12\"* AND \"high\"*", null)]
    public void What_is_typed_becomes_words_to_find(string typed, string? fts5, string? tsQuery)
    {
        var query = SearchQuery.Read(typed);
        Assert.False(query.IsEmpty);
        Assert.Equal(fts5 ?? query.Fts5(whole: false), query.Fts5(whole: false));
        Assert.Equal(tsQuery ?? query.TsQuery(whole: false), query.TsQuery(whole: false));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\"'*-()^:{}+\0")]
    public void What_holds_no_word_looks_for_nothing(string? typed) => Assert.True(SearchQuery.Read(typed).IsEmpty);

    [Fact]
    public void Of_what_is_pasted_in_only_the_first_words_are_looked_for() =>
        Assert.Equal(12, SearchQuery.Read(string.Concat(Enumerable.Repeat("damp ", 10_000))).Terms);

    private static string WordsOf(string text)
    {
        var words = new CaseWords("");
        words.Add(text);
        return words.ToString();
    }
}
