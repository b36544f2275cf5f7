using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>Those who complain in a case, to be chosen from: numbered in the order they came, so that two names alike differ.</summary>
internal static class ComplainantList
{
    public static IReadOnlyList<SelectListItem> Of(CaseView view, IStringLocalizer<Text> text) =>
        [
            .. view.Case.Complainants.Select(
                (id, at) => new SelectListItem(text["complainants.numbered", at + 1, view.NameIn(id, text)], id)
            ),
        ];

    /// <summary>Everybody in the case, whoever acts for a complainant among them.</summary>
    public static IReadOnlyList<SelectListItem> Everybody(CaseView view, IStringLocalizer<Text> text) =>
        [
            .. Of(view, text),
            .. view
                .People.Where(person => !view.Case.Complainants.Contains(person.Id))
                .Select(person => new SelectListItem(view.NameIn(person.Id, text), person.Id)),
        ];

    /// <summary>Those of them who are confidential, or those who are not.</summary>
    public static IReadOnlyList<SelectListItem> Of(CaseView view, bool confidential, IStringLocalizer<Text> text) =>
        [.. Of(view, text).Where(one => view.Case.IsConfidential(one.Value) == confidential)];

    /// <summary>What somebody in the case is called.</summary>
    public static string NameIn(this CaseView view, string person, IStringLocalizer<Text> text) =>
        view.People.FirstOrDefault(one => one.Id == person) is { Name.Length: > 0 } named
            ? named.Name
            : text[view.Case.ErasedOn is null ? "case.no_name" : "case.name_erased"];
}
