using Redress.Web.Features.Cases.Complain;
using Redress.Web.Features.Cases.EmailCode;
using Redress.Web.Features.Cases.HandOver;
using Redress.Web.Features.Cases.Log;
using Redress.Web.Features.Cases.RecordNeeds;
using Redress.Web.Features.Cases.Representatives;
using Redress.Web.Features.Cases.RequestStatement;
using Redress.Web.Features.Letters;

namespace Redress.Web.Features.Cases;

public static class CaseServices
{
    public static IServiceCollection AddRedressCases(this IServiceCollection services) =>
        services
            .AddScoped<CaseViews>()
            .AddScoped<FirstTeam>()
            .AddScoped<HandOvers>()
            .AddScoped<CodeMail>()
            .AddScoped<StatementMail>()
            .AddScoped<PostedLetters>()
            .AddScoped<Authorities>()
            .AddScoped<KnownNeeds>()
            .AddSingleton<LetterTexts>()
            .AddSingleton<Drafts>()
            .AddScoped<Intake>();
}
