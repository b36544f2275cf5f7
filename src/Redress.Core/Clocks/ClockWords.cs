using Redress.Core.Procedures;

namespace Redress.Core.Clocks;

/// <summary>How the sentences of a clock name things.</summary>
internal static class ClockWords
{
    /// <summary>An act or event as a noun: "the acknowledgement".</summary>
    public static string Act(ClockEventKind act) =>
        act switch
        {
            ClockEventKind.Received => "receipt",
            ClockEventKind.Logged => "logging",
            ClockEventKind.Acknowledged => "the acknowledgement",
            ClockEventKind.Contacted => "the contact",
            ClockEventKind.Responded => "the answer",
            ClockEventKind.AnswerArrived => "the arrival of the answer",
            ClockEventKind.EscalationRequested => "the request for this stage",
            ClockEventKind.HearingNotified => "the notice of the hearing",
            _ => WireName.Of(act).Replace('_', ' '),
        };

    /// <summary>The same as a start that has a day: "the day it was received".</summary>
    public static string Start(ClockEventKind act) =>
        act switch
        {
            ClockEventKind.Received => "the day it was received",
            ClockEventKind.Logged => "the day it was logged",
            _ => Act(act),
        };

    public static string Of(Verdict verdict) =>
        verdict switch
        {
            Verdict.InTime => "in time",
            Verdict.InTimeExtended => "in time, as extended",
            Verdict.NotRequired => "not required",
            _ => WireName.Of(verdict),
        };

    public static string Ended(DutyClock duty) =>
        duty.EndedBy switch
        {
            ClockEventKind.ContactDeclined => "the resident declined it",
            ClockEventKind.EscalationRefused when IsFirstStage(duty) => "the complaint was refused",
            ClockEventKind.EscalationRefused => "the stage was refused",
            ClockEventKind.Responded => "the answer was sent",
            ClockEventKind.BecameServiceRequest => "the resident agreed to a service request",
            _ => "the resident withdrew",
        };

    /// <summary>Nobody asks for the first stage, so its refusal is that of the complaint.</summary>
    private static bool IsFirstStage(DutyClock duty) =>
        duty.Procedure.For(CaseKind.Complaint) is { Stages: [var first, ..] } && first.Number == duty.Stage;

    /// <summary>A source to stand in brackets: brackets of its own become square ones.</summary>
    public static string InBrackets(string source) => source.Replace('(', '[').Replace(')', ']');

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
