using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Web.Demo;

namespace Redress.Web.Tests.Demo;

/// <summary>The demo landlord's rules without an installation.</summary>
internal static class FernhillRules
{
    public static readonly Rules All = new(
        [Read("fernhill-2022"), Read("fernhill-2024"), .. ShippedProcedures.All],
        ["fernhill-2022", "fernhill-2024"],
        ShippedCalendars.All
    )
    {
        Retentions = DemoLandlord.Retentions,
        Organisation = DemoStaff.OrganisationSince(DateOnly.MinValue),
    };

    private static Procedure Read(string id)
    {
        using var file = typeof(DemoLandlord).Assembly.GetManifestResourceStream($"demo/{id}.json")!;
        using var reader = new StreamReader(file);
        return ProcedureFile.TryParse(reader.ReadToEnd(), id, out var procedure, out var errors)
            ? procedure
            : throw new InvalidDataException(string.Join('\n', errors));
    }
}
