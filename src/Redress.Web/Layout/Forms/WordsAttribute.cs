using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Forms;

/// <summary>
/// What a person wrote, in any script, short of a limit; or several such texts. A NUL character is refused, because no database keeps it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public class WordsAttribute(int most = WordsAttribute.Most) : ValidationAttribute
{
    /// <summary>About thirty pages. What is longer is a document, to be attached.</summary>
    public const int Most = 100_000;

    public override bool RequiresValidationContext => true;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var fault = value switch
        {
            string words => FaultOf(words),
            IEnumerable<string?> several => several
                .OfType<string>()
                .Select(FaultOf)
                .FirstOrDefault(one => one is not null),
            _ => null,
        };
        if (fault is null)
        {
            return ValidationResult.Success;
        }

        var text = validationContext.GetRequiredService<IStringLocalizer<Text>>();
        var message = text[fault, validationContext.DisplayName, most.ToString("N0")];
        return new ValidationResult(message, [validationContext.MemberName!]);
    }

    /// <summary>The key of what is wrong; none where nothing is.</summary>
    protected virtual string? FaultOf(string words) =>
        words.Length > most ? "form.too_long"
        : words.Contains('\0', StringComparison.Ordinal) ? "form.nul"
        : null;
}

/// <summary>A name, a telephone number: what fits on a line.</summary>
public sealed class LineAttribute() : WordsAttribute(Longest)
{
    public const int Longest = 300;

    /// <summary>Without the spaces around it; none where nothing else was there.</summary>
    public static string? Tidy(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    protected override string? FaultOf(string words) =>
        base.FaultOf(words) ?? (words.Any(char.IsControl) ? "form.not_a_line" : null);
}

/// <summary>An address that mail can be sent to, as far as its shape says.</summary>
public sealed class MailAddressedAttribute() : WordsAttribute(LineAttribute.Longest)
{
    protected override string? FaultOf(string words) =>
        LineAttribute.Tidy(words) is not { } tidy ? null
        : MailAddress.TryCreate(tidy, out var address) && address.Address == tidy ? null
        : "form.not_an_email";
}
