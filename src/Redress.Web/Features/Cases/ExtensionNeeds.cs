using Microsoft.Extensions.Localization;
using Redress.Core;
using Redress.Core.Procedures;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>What makes an extension count, as part of a sentence: "that the resident was told in writing; ...".</summary>
internal static class ExtensionNeeds
{
    public static string Of(IStringLocalizer<Text> text, Requirements required)
    {
        var needs = required.All.Select(Word).ToList();
        if (required.OneOf.Count > 0)
        {
            needs.Add(
                text[
                    "extension_fact.one_of",
                    string.Join($" {text["extension_fact.or"].Value} ", required.OneOf.Select(Word))
                ]
            );
        }

        return needs.Count == 0 ? text["extension_fact.nothing"] : string.Join("; ", needs);

        string Word(ExtensionFact fact) => text[$"extension_fact.{WireName.Of(fact)}"];
    }
}
