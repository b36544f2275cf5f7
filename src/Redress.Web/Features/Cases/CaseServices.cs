using Redress.Web.Features.Cases.Complain;
using Redress.Web.Features.Cases.HandOver;
using Redress.Web.Features.Letters;

namespace Redress.Web.Features.Cases;

public static class CaseServices
{
    public static IServiceCollection AddRedressCases(this IServiceCollection services) =>
        services
            .AddScoped<CaseViews>()
            .AddScoped<HandOvers>()
            .AddScoped<PostedLetters>()
            .AddSingleton<LetterTexts>()
            .AddSingleton<Drafts>()
            .AddScoped<Intake>();
}
