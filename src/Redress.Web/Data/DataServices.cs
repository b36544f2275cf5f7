using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Redress.Web.Background;
using Redress.Web.Layout;
using Redress.Web.Outside;
using Redress.Web.Resources;
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
        services.AddSingleton<Readings>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<WorklistQueries>();
        services.AddSingleton<SearchQueries>();
        services.AddSingleton<CaseReading>();
        services.AddSingleton<Identities>();
        services.AddSingleton<PeopleSaving>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<AccountLinks>();
        services.AddSingleton<AccessCodes>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<IPasswordHasher<CaseAccessRow>, PasswordHasher<CaseAccessRow>>();
        services.AddOptions<MailSettings>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<StaffOutbox>();
        services.AddSingleton<HiddenParts>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<StaffDirectory>();
        services.AddSingleton<SettingsStore>();
        services.AddOptions<LandlordSettings>();
        services.AddSingleton<LandlordStore>();
        services.AddSingleton<CalendarStore>();
        services.AddSingleton<ProcedureStore>();
        services.AddSingleton<ProcedureLog>();
        services.AddSingleton<RulesStore>();
        services.AddSingleton<InstallationSetup>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Verifier>();
        services.AddSingleton<Rebuilder>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<FileSweep>();
        services.AddSingleton<Erasing>();
        services.AddSingleton<Backup>();
        services.AddSingleton<Restore>();
        services.AddSingleton<Texts>();
        services.AddSingleton<IStringLocalizer<Text>>(all => all.GetRequiredService<Texts>());
        AddKeys(services);
        services.AddScoped(provider =>
        {
            // Who asks is known only once they are signed in, for which a context is needed. Where there is no request, as on
            // the command line, nobody asks: the program works by itself.
            var http = provider.GetRequiredService<IHttpContextAccessor>();
            return provider
                .GetRequiredService<Database>()
                .NewContext(
                    () => http.HttpContext is { } request ? CurrentPerson.Of(request) : null,
                    provider.GetRequiredService<TimeProvider>()
                );
        });
        services.AddScoped<CaseDesk>();
        services.AddScoped<Worklist>();
        services.AddScoped<Search>();
        services.AddScoped<LetterList>();
        services.AddScoped<LetterDrafts>();
        services.AddScoped<DueSoon>();
        services.AddScoped<CoverList>();
        services.AddScoped<WhoSaw>();
        services.AddScoped<Absences>();
        services.AddScoped<OrganisationStore>();
        services.AddScoped<AskList>();
        services.AddScoped<StatementList>();
        services.AddScoped<StatementDesk>();
        services.AddScoped<SavedViews>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            CurrentPerson.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext)
        );
        return services;
    }

    /// <summary>Keys in the database, shared by every node and by the command line.</summary>
    private static void AddKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("redress");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
                options.XmlRepository = new DatabaseKeys(provider.GetRequiredService<Database>())
            )
        );
    }

    /// <summary>What only a server needs: the work it does by itself.</summary>
    public static IServiceCollection AddRedressJobs(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddSingleton<JobRuns>();

        // Before all else that starts by itself: even the keys are read from the database.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Migration>());
        services.AddHostedService<RulesRefresh>();
        services.AddHostedService<SealJob>();
        services.AddHostedService<ReadingsJob>();
        services.AddHostedService<OldDraftsJob>();
        services.AddHostedService<FileSweepJob>();
        services.AddHostedService<PassedLettersJob>();
        services.AddHostedService<PassedStatementsJob>();
        services.AddHostedService<DueMailJob>();
        services.AddSingleton<Postman>();
        services.AddSingleton<StaffPostman>();
        services.AddHostedService<MailJob>();

        // The keys lie in the database unencrypted: whoever can read it needs no cookie to see what is in it.
        services.AddLogging(log =>
            log.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error)
        );
        return services;
    }
}
