using Microsoft.Extensions.Options;

namespace Redress.Web.Outside;

/// <summary>Whatever the product talks to outside itself.</summary>
public static class OutsideServices
{
    public static IServiceCollection AddRedressOutside(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailSettings>().Bind(configuration.GetSection(MailSettings.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailSettings>, MailSettingsCheck>();
        services.AddSingleton<IMailer, SmtpMailer>();
        return services;
    }
}
