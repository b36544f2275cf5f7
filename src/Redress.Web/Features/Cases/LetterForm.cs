using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using Redress.Core.Cases;
using Redress.Web.Resources;

namespace Redress.Web.Features.Cases;

/// <summary>How a letter leaves.</summary>
public enum Leaves
{
    /// <summary>Redress mails it now.</summary>
    Email,

    /// <summary>It is printed here, and waits to be posted.</summary>
    Post,

    /// <summary>Somebody has sent it already.</summary>
    Sent,
}

/// <summary>
/// What page and API ask about how a letter leaves. Who says nothing of it has sent it already, as before letters could
/// leave from here.
/// </summary>
public interface ILetterForm
{
    Leaves? Leaves { get; }

    /// <summary>Asked where it was sent already.</summary>
    DateOnly? SentOn { get; }

    /// <summary>Asked where it was sent already.</summary>
    Channel? Channel { get; }
}

internal static class LetterForms
{
    public static bool WasSent(this ILetterForm form) => form.Leaves is null or Leaves.Sent;

    /// <summary>The day it was sent; none where it has still to leave.</summary>
    public static DateOnly? DaySent(this ILetterForm form) => form.WasSent() ? form.SentOn!.Value : null;

    /// <summary>How it was sent, or is to leave.</summary>
    public static Channel By(this ILetterForm form) =>
        form.Leaves switch
        {
            Leaves.Email => Channel.Email,
            Leaves.Post => Channel.Letter,
            _ => form.Channel ?? Channel.Letter,
        };
}

/// <summary>Must be filled in where the letter was sent already, and only there.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WhereSentAttribute : ValidationAttribute
{
    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not null || !((ILetterForm)validationContext.ObjectInstance).WasSent()
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<Text>>()[ErrorMessage!],
                [validationContext.MemberName!]
            );
}
