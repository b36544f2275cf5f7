using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Redress.Web.Background;
using Redress.Web.Security;

namespace Redress.Web.Data;

/// <summary>Registers everything that keeps data.</summary>
public static class DataServices
{
    public static IServiceCollection AddRedressData(this IServiceCollection services, Installation installation)
    {
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new Database(installation, provider.GetServices<IInterceptor>()));
        services.AddSingleton<WriteGate>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<CalendarStore>();
        services.AddSingleton<ProcedureStore>();
        services.AddSingleton<RulesStore>();
        services.AddSingleton<InstallationSetup>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Verifier>();
        services.AddSingleton<Rebuilder>();
        services.AddSingleton<JobRuns>();
        services.AddScoped(provider => provider.GetRequiredService<Database>().NewContext());
        services.AddScoped<CaseDesk>();
        services.AddScoped<Worklist>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            CurrentPerson.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User)
        );
        return services;
    }

    /// <summary>Keys in the database, shared by every node.</summary>
    public static IServiceCollection AddKeysInDatabase(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("redress");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<Database>())
            )
        );
        return services;
    }
}
