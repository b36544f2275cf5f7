using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Web.Data;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>The id of somebody who works on cases here, or several.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColleagueAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        IdsIn(value).All(validationContext.GetRequiredService<StaffDirectory>().IsColleague)
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<Text>>()["form.not_a_colleague"],
                [validationContext.MemberName!]
            );

    internal static IEnumerable<string> IdsIn(object? value) =>
        value switch
        {
            string one => [one],
            IEnumerable<string> several => several,
            _ => [],
        };
}
