using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Redress.Core.Cases;

namespace Redress.Web.Data;

/// <summary>The row a case is found by.</summary>
internal static class CaseSearch
{
    private const int BitsBelowTheDay = 41;

    /// <summary>The row, once these people are in the case and these words were said.</summary>
    /// <param name="c">The case.</param>
    /// <param name="before">What it was found by before.</param>
    /// <param name="people">Who is new in it.</param>
    /// <param name="said">What is new of what was said.</param>
    /// <param name="leftOut">What it is not found by, though it was said: the words of who somebody confidential is.</param>
    public static CaseSearchRow Row(
        Case c,
        string before,
        IEnumerable<CasePersonRow> people,
        IEnumerable<string> said,
        CaseWords? leftOut = null
    )
    {
        var words = new CaseWords(before, leftOut);
        words.AddReference(c.Reference);
        foreach (var person in people)
        {
            words.Add(person);
        }

        foreach (var text in said)
        {
            words.Add(text);
        }

        return new CaseSearchRow
        {
            Number = NumberOf(c),
            CaseId = c.Id,
            Words = words.ToString(),
        };
    }

    /// <summary>Whether a case is found by the same words, in whatever order they came.</summary>
    public static bool IsSame(CaseSearchRow one, CaseSearchRow other) =>
        one.Number == other.Number && WordsOf(one).SetEquals(WordsOf(other));

    private static HashSet<string> WordsOf(CaseSearchRow row) =>
        [.. row.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>By the day of receipt as first recorded: a correction moves no case among those already found.</summary>
    private static long NumberOf(Case c)
    {
        var day = c.History[0].Event.On.DayNumber;
        var id = BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(c.Id)));
        return ((long)day << BitsBelowTheDay) | (id & ((1L << BitsBelowTheDay) - 1));
    }
}
