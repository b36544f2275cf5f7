using Redress.Core.Calendar;
using Redress.Core.Cases;

namespace Redress.Web.Demo;

/// <summary>The letters an invented landlord sends, with what the Code asks of each.</summary>
internal static class Letters
{
    public static string Acknowledgement(string to, int stage, string definition, string outcome, DateOnly answerBy) =>
        $"""
            Dear {to},

            Thank you for telling us about this. It is at stage {stage} of our policy from the day we received it.

            What we understand: {definition}
            What you would like: {outcome}

            I have your case and will answer by {Dates.Long(
                answerBy
            )}. If I need longer I will write before then to say why and
            until when. If I have misunderstood anything, please tell me.
            """;

    public static string AuthorityNotice(string to, string acting, string scope) =>
        $"""
            Dear {to},

            {acting} may act for you from today. What they may do: {scope}

            If you did not ask for this, or do not want it any more, tell us. You can do so at any time and need not say why.
            """;

    public static string Answer(
        string to,
        int stage,
        string definition,
        Finding finding,
        string reason,
        string remedy,
        string? promise
    ) =>
        $"""
            Dear {to},

            This is our answer at stage {stage}. You told us: {definition}

            {Said(finding)} {reason}

            To put it right: {remedy}{(promise is null ? "" : $" Still to come: {promise}.")}

            {(stage == 1
                ? "If this does not settle it, ask us for stage 2 within 28 days. You need not say why."
                : "This is our final answer.")}
            You can go to the Housing Ombudsman Service at any time: 0300 111 3000, www.housing-ombudsman.org.uk.
            """;

    public static string Refusal(string to, string reason) =>
        $"""
            Dear {to},

            We have looked at what you asked of us, and we cannot take it on under our complaints policy.

            Why: {reason}

            If you think that we are wrong, you can go to the Housing Ombudsman, who may tell us to take it on.
            Housing Ombudsman Service: 0300 111 3000, www.housing-ombudsman.org.uk.
            """;

    public static string ServiceRequest(string to, string said, string about) =>
        $"""
            Dear {to},

            We have agreed with you that we handle your complaint as a service request instead.

            What you said to us: {said}
            What we will now do about it: {about}

            You have not lost your right to complain. If you want your complaint after all, at any time and for any reason, tell
            us and we take it up again as of the day we first had it.

            You can go to the Housing Ombudsman Service at any time: 0300 111 3000, www.housing-ombudsman.org.uk.
            """;

    private static string Said(Finding finding) =>
        finding switch
        {
            Finding.Upheld => "You are right, and we are sorry.",
            Finding.PartlyUpheld => "You are right about part of this, and we are sorry for that part.",
            _ => "We do not uphold your complaint.",
        };
}
