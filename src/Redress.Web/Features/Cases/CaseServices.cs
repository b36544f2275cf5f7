using Redress.Web.Features.Cases.Complain;

namespace Redress.Web.Features.Cases;

public static class CaseServices
{
    public static IServiceCollection AddRedressCases(this IServiceCollection services) =>
        services.AddScoped<CaseViews>().AddSingleton<Drafts>().AddScoped<Intake>();
}
