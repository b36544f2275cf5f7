using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>
/// Whoever is named, or all who are, can be given a case today: they are not away. On every form by which a case gets an
/// owner.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtWorkAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var staff = validationContext.GetRequiredService<StaffDirectory>();
        var text = validationContext.GetRequiredService<IStringLocalizer<Text>>();
        var faults = ColleagueAttribute
            .IdsIn(value)
            .Select(id => (id, Away: staff.AwayToday(id)))
            .Where(one => one.Away is not null)
            .Select(one => text["away.not_given", staff.NameOf(one.id), AwayWords.Of(text, staff, one.Away!)].Value)
            .ToList();
        return faults.Count == 0
            ? ValidationResult.Success
            : new ValidationResult(string.Join(' ', faults), [validationContext.MemberName!]);
    }
}
