using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Redress.Web.Data;
using Redress.Web.Features.Accounts;
using Redress.Web.Features.Calendars;
using Redress.Web.Features.Cases.Acknowledge;
using Redress.Web.Features.Cases.AddComplainant;
using Redress.Web.Features.Cases.AgreeServiceRequest;
using Redress.Web.Features.Cases.ApproveSettlement;
using Redress.Web.Features.Cases.Asks;
using Redress.Web.Features.Cases.Assign;
using Redress.Web.Features.Cases.ChangeLead;
using Redress.Web.Features.Cases.Classify;
using Redress.Web.Features.Cases.Close;
using Redress.Web.Features.Cases.Commitments;
using Redress.Web.Features.Cases.Complain;
using Redress.Web.Features.Cases.Correct;
using Redress.Web.Features.Cases.CorrectAnswer;
using Redress.Web.Features.Cases.CorrectContact;
using Redress.Web.Features.Cases.DateMatter;
using Redress.Web.Features.Cases.Define;
using Redress.Web.Features.Cases.DraftLetter;
using Redress.Web.Features.Cases.DueSoon;
using Redress.Web.Features.Cases.EmailCode;
using Redress.Web.Features.Cases.EndConfidentiality;
using Redress.Web.Features.Cases.Erase;
using Redress.Web.Features.Cases.Escalate;
using Redress.Web.Features.Cases.Extend;
using Redress.Web.Features.Cases.Follow;
using Redress.Web.Features.Cases.GiveCode;
using Redress.Web.Features.Cases.GiveHearingNotice;
using Redress.Web.Features.Cases.HandOver;
using Redress.Web.Features.Cases.History;
using Redress.Web.Features.Cases.KeepConfidential;
using Redress.Web.Features.Cases.Log;
using Redress.Web.Features.Cases.LogFrom;
using Redress.Web.Features.Cases.NameDecision;
using Redress.Web.Features.Cases.NoteContact;
using Redress.Web.Features.Cases.OpenIdentity;
using Redress.Web.Features.Cases.Points;
using Redress.Web.Features.Cases.Readers;
using Redress.Web.Features.Cases.RecordArrival;
using Redress.Web.Features.Cases.RecordMessage;
using Redress.Web.Features.Cases.RecordNeeds;
using Redress.Web.Features.Cases.Refuse;
using Redress.Web.Features.Cases.Reinstate;
using Redress.Web.Features.Cases.RemoveComplainant;
using Redress.Web.Features.Cases.Reopen;
using Redress.Web.Features.Cases.Representatives;
using Redress.Web.Features.Cases.RequestStatement;
using Redress.Web.Features.Cases.Respond;
using Redress.Web.Features.Cases.Restrict;
using Redress.Web.Features.Cases.SaveViews;
using Redress.Web.Features.Cases.Seals;
using Redress.Web.Features.Cases.Search;
using Redress.Web.Features.Cases.SendHoldingLetter;
using Redress.Web.Features.Cases.SettleLetter;
using Redress.Web.Features.Cases.Show;
using Redress.Web.Features.Cases.Subjects;
using Redress.Web.Features.Cases.Withdraw;
using Redress.Web.Features.Cases.Worklist;
using Redress.Web.Features.Cases.Write;
using Redress.Web.Features.GiveStatement;
using Redress.Web.Features.Incidents;
using Redress.Web.Features.Letters;
using Redress.Web.Features.Organisation;
using Redress.Web.Features.Retaining;
using Redress.Web.Features.Staff.Cover;
using Redress.Web.Features.Staff.MarkAway;

namespace Redress.Web.Features.Api;

/// <summary>The JSON API: who may call it, what it is made of, and its description.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddRedressApi(this IServiceCollection services)
    {
        services.AddSingleton<ApiTokens>();
        services.AddScoped<AwayApi.Answers>();
        services.AddScoped<OrganisationApi.Answers>();
        services.AddScoped<HistoryApi.Answers>();
        services.AddScoped<UnitCounts>();
        services.AddScoped<IncidentLooks>();
        services.AddScoped<RetentionReview>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(
                TokenAuthentication.Name,
                configureOptions: null
            );
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        });
        services.AddOpenApi("v1", ApiDescription.Configure);
        return services;
    }

    public static void MapRedressApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        // Tokens only: a cookie is sent by a browser whoever asks it to, a token is not.
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = TokenAuthentication.Name });
        var cases = api.MapGroup("/cases").WithTags("Cases");
        WorklistApi.Map(cases);
        DueSoonApi.Map(cases);
        LogApi.Map(cases);
        ShowCaseApi.Map(cases);
        HistoryApi.Map(cases);
        ReadersApi.Map(cases);
        AcknowledgeApi.Map(cases);
        AssignApi.Map(cases);
        DefineApi.Map(cases);
        NoteContactApi.Map(cases);
        RecordMessageApi.Map(cases);
        RaisePointApi.Map(cases);
        DecidePointApi.Map(cases);
        ClassifyApi.Map(cases);
        ExtendApi.Map(cases);
        HoldingLetterApi.Map(cases);
        WriteApi.Map(cases);
        SettleLetterApi.Map(cases);
        CommitApi.Map(cases);
        KeepApi.Map(cases);
        AskApi.Map(cases);
        DraftApi.Map(cases);
        RespondApi.Map(cases);
        WithdrawApi.Map(cases);
        CloseApi.Map(cases);
        ReopenApi.Map(cases);
        CorrectAnswerApi.Map(cases);
        LogFromApi.Map(cases);
        CorrectApi.Map(cases);
        HearingNoticeApi.Map(cases);
        ArrivalApi.Map(cases);
        EscalateApi.Map(cases);
        DateMatterApi.Map(cases);
        RefuseApi.Map(cases);
        AgreeServiceRequestApi.Map(cases);
        ReinstateApi.Map(cases);
        AddComplainantApi.Map(cases);
        RemoveComplainantApi.Map(cases);
        ChangeLeadApi.Map(cases);
        CorrectContactApi.Map(cases);
        GiveCodeApi.Map(cases);
        EmailCodeApi.Map(cases);
        KeepConfidentialApi.Map(cases);
        OpenIdentityApi.Map(cases);
        EndConfidentialityApi.Map(cases);
        SubjectApi.Map(cases);
        NameDecisionApi.Map(cases);
        ApproveSettlementApi.Map(cases);
        SealApi.Map(cases);
        RequestStatementApi.Map(cases);
        StatementApi.Map(api);
        RepresentativesApi.Map(cases);
        RecordNeedsApi.Map(cases);
        RestrictApi.Map(cases);
        EraseApi.Map(cases);
        SearchApi.Map(api);
        SaveViewsApi.Map(api);
        HandOverApi.Map(api);
        AwayApi.Map(api);
        OrganisationApi.Map(api);
        CoverApi.Map(api);
        IncidentsApi.Map(api);
        RetentionApi.Map(api);
        LettersApi.Map(api);
        CalendarApi.Map(api);
        RolesApi.Map(api);

        LeakApi.Map(app.MapGroup("/api/v1/leaks"));
        var complaints = app.MapGroup("/api/v1/complaints").WithTags("Complaints, for residents");
        ComplainApi.Map(complaints);
        FollowApi.Map(complaints);
    }
}
