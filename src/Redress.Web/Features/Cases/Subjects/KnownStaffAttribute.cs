using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.Subjects;

/// <summary>The id of somebody who has or had an account here.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownStaffAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null or "" || validationContext.GetRequiredService<StaffDirectory>().Knows((string)value)
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<Text>>()["subject.person.unknown"],
                [validationContext.MemberName!]
            );
}
