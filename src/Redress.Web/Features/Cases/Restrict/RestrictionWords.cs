using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Restrict;

/// <summary>What is closed to somebody, in words.</summary>
internal static class RestrictionWords
{
    /// <summary>As staff say it.</summary>
    public static IEnumerable<string> Of(ClosedWays closed, IStringLocalizer<Text> text) =>
        Of(
                closed,
                "restrict.closed.phone",
                "restrict.closed.email",
                "restrict.closed.post",
                "restrict.closed.in_person"
            )
            .Select(key => text[key].Value);

    /// <summary>As it is said to the resident: which ways are left. Their page is always one of them.</summary>
    public static IEnumerable<string> LeftOpen(ClosedWays closed, IStringLocalizer<Text> text) =>
        Of(
                new(!closed.Phone, !closed.Email, !closed.Post, !closed.InPerson),
                "restrict.open.phone",
                "restrict.open.email",
                "restrict.open.post",
                "restrict.open.in_person"
            )
            .Append("restrict.open.page")
            .Select(key => text[key].Value);

    private static IEnumerable<string> Of(ClosedWays ways, string phone, string email, string post, string inPerson) =>
        new[] { (ways.Phone, phone), (ways.Email, email), (ways.Post, post), (ways.InPerson, inPerson) }
            .Where(one => one.Item1)
            .Select(one => one.Item2);
}
