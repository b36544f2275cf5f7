using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>The id of somebody who can sign in, and so can answer what they are asked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CanBeHeardAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null or "" || validationContext.GetRequiredService<StaffDirectory>().CanBeHeard((string)value)
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<Text>>()["statement.person.no_account"],
                [validationContext.MemberName!]
            );
}
