using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.RecordNeeds;

/// <summary>What somebody needs, in words: first what must not be done.</summary>
internal static class NeedsWords
{
    public static IEnumerable<string> Of(Never never, LetterFormat format, IStringLocalizer<Text> text) =>
        new[]
        {
            (never.Phone, "needs.never.phone"),
            (never.Voicemail && !never.Phone, "needs.never.voicemail"),
            (never.Email, "needs.never.email"),
            (never.Post, "needs.never.post"),
            (never.Visit, "needs.never.visit"),
        }
            .Where(one => one.Item1)
            .Select(one => text[one.Item2].Value)
            .Concat(format == LetterFormat.Standard ? [] : [text.Word(format)]);

    /// <summary>All of it, on one line.</summary>
    public static IEnumerable<string> Of(CaseView view, ContactNeeds needs, IStringLocalizer<Text> text) =>
        Of(needs.Never, needs.Format, text)
            .Concat(needs.Language is null ? [] : [text["needs.in_language", Said(view, needs.Language, text)].Value])
            .Concat(needs.What is null ? [] : [Said(view, needs.What, text)]);

    private static string Said(CaseView view, Words said, IStringLocalizer<Text> text) =>
        view.Text(said) ?? text["case.erased"];
}
