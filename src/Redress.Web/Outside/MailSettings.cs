using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Redress.Web.Outside;

/// <summary>
/// The mail server that letters leave by. Section <c>Mail</c> of the configuration; without one nothing is mailed, and
/// letters are printed.
/// </summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    /// <summary>The environment variable that holds the password, where no file does.</summary>
    public const string PasswordVariable = "REDRESS_MAIL_PASSWORD";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be made secure (STARTTLS). Only a server on the same machine may do without.</summary>
    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    /// <summary>A file that holds the password alone.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The address that letters come from, and that answers go to.</summary>
    public string? From { get; set; }

    /// <summary>A folder that mail is written to instead of being sent, for a demonstration.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether mail can be sent at all.</summary>
    public bool IsConfigured => From is not null && (Host is not null || Folder is not null);

    /// <summary>Never from a command line, which every process on the machine can read.</summary>
    public string? ReadPassword() =>
        PasswordFile is { } file ? File.ReadAllText(file).Trim() : Environment.GetEnvironmentVariable(PasswordVariable);
}

internal sealed class MailSettingsCheck : IValidateOptions<MailSettings>
{
    public ValidateOptionsResult Validate(string? name, MailSettings options)
    {
        if (options.Host is null && options.Folder is null)
        {
            return ValidateOptionsResult.Success;
        }

        if (!MailAddress.TryCreate(options.From, out _))
        {
            return ValidateOptionsResult.Fail(
                $"Mail:From is '{options.From}': enter the address that letters come from, such as complaints@landlord.example."
            );
        }

        return options.PasswordFile is { } file && !File.Exists(file)
            ? ValidateOptionsResult.Fail($"Mail:PasswordFile is '{file}', and there is no such file.")
            : ValidateOptionsResult.Success;
    }
}
