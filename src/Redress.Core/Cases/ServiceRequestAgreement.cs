namespace Redress.Core.Cases;

/// <summary>What a resident agreed to, and the letter that tells them so.</summary>
/// <param name="AgreedBy">The id of whoever agreed.</param>
/// <param name="AgreedOn">The day they did.</param>
/// <param name="How">How they said so.</param>
/// <param name="Said">What they said.</param>
/// <param name="About">What the service is asked to do.</param>
/// <param name="Service">The service that is asked.</param>
public sealed record AgreedServiceRequest(
    string? AgreedBy,
    DateOnly AgreedOn,
    Channel How,
    string? Said,
    string? About,
    string? Service
)
{
    /// <summary>The day the letter was handed to its channel; none where it has still to leave.</summary>
    public DateOnly? SentOn { get; init; }

    /// <summary>How the letter was sent or is to leave.</summary>
    public Channel Channel { get; init; }

    /// <summary>What the letter says.</summary>
    public string? Letter { get; init; }

    /// <summary>Whether the letter says that the complaint is taken up again whenever they want it.</summary>
    public bool KeepsTheRight { get; init; }

    /// <summary>Whether the letter gives the Ombudsman's details.</summary>
    public bool GivesOmbudsman { get; init; }
}

/// <summary>Why a complaint cannot be handled as a service request.</summary>
public enum CannotAgreeServiceRequest
{
    /// <summary>It is no complaint, or it is answered, withdrawn, refused, agreed to already or closed.</summary>
    NotAnOpenComplaint,

    /// <summary>A letter that says so is written already, and waits to leave.</summary>
    LetterIsWaiting,

    /// <summary>It was not recorded who agreed.</summary>
    NobodyAgreed,

    /// <summary>Whoever agreed neither complains in this case nor acts for somebody who does.</summary>
    NotInTheCase,

    /// <summary>Whoever agreed acts for a resident, and had no authority in force on that day.</summary>
    NoAuthority,

    /// <summary>Others complain too, and nobody agrees for them: whoever wants no complaint withdraws alone.</summary>
    OthersComplainToo,

    /// <summary>The day they agreed has not come yet.</summary>
    AgreedInTheFuture,

    /// <summary>The day they agreed is before the complaint was received or the stage asked for.</summary>
    AgreedBeforeReceipt,

    /// <summary>What they said was not recorded.</summary>
    NothingSaid,

    /// <summary>It was not recorded what the service is asked to do.</summary>
    NothingAsked,

    /// <summary>No service was named.</summary>
    NoService,

    /// <summary>The letter is empty.</summary>
    NoLetter,

    /// <summary>The letter does not keep the right to have the complaint taken up again.</summary>
    RightNotKept,

    /// <summary>The letter does not give the Ombudsman's details.</summary>
    OmbudsmanNotGiven,

    /// <summary>The letter was told and not written.</summary>
    NotInWriting,

    /// <summary>The day the letter was sent has not come yet.</summary>
    SentInTheFuture,

    /// <summary>The day the letter was sent is before they agreed.</summary>
    SentBeforeTheAgreement,
}

/// <summary>
/// Handling a complaint as a service request, only because the resident agreed: who, how, when and in what words, with a
/// letter that keeps their right to the complaint and to the Ombudsman (ruling 10). It is true once that letter has left. To
/// the clocks it is a withdrawal (ruling 16), and the resident may take it back at any time (<see cref="Reopening"/>).
/// </summary>
public static class ServiceRequestAgreement
{
    /// <summary>Only where one person complains: one of fourteen neighbours cannot end the complaint of the others.</summary>
    public static Decision<CannotAgreeServiceRequest> Decide(Case agreed, AgreedServiceRequest request, DateOnly today)
    {
        if (Fault(agreed, request, today) is { } fault)
        {
            return fault;
        }

        var letter = Words.Of(request.Letter!);
        var means = new ServiceRequestAgreed(
            request.SentOn ?? today,
            request.AgreedOn,
            request.AgreedBy!,
            request.How,
            Words.Of(request.Said!),
            Words.Of(request.About!),
            request.Service!.Trim(),
            request.Channel,
            letter
        );
        return Writing.Or(request.SentOn, request.Channel, letter, means, today);
    }

    /// <summary>Whether somebody can agree on a day: whoever complains, and whoever had authority to act for them by then.</summary>
    public static bool MayAgree(Case of, string person, DateOnly on) =>
        of.Complainants.Contains(person) || (of.FindRepresentative(person)?.MayAct(on) ?? false);

    private static CannotAgreeServiceRequest? Fault(Case agreed, AgreedServiceRequest request, DateOnly today) =>
        CaseFault(agreed) ?? AgreementFault(agreed, request, today) ?? LetterFault(request, today);

    private static CannotAgreeServiceRequest? CaseFault(Case agreed) =>
        agreed.Status != CaseStatus.Open || agreed.Kind != Procedures.CaseKind.Complaint
            ? CannotAgreeServiceRequest.NotAnOpenComplaint
        : agreed.Letters.Any(letter => letter.Written.Means is ServiceRequestAgreed)
            ? CannotAgreeServiceRequest.LetterIsWaiting
        : null;

    private static CannotAgreeServiceRequest? AgreementFault(
        Case agreed,
        AgreedServiceRequest request,
        DateOnly today
    ) =>
        string.IsNullOrWhiteSpace(request.AgreedBy) ? CannotAgreeServiceRequest.NobodyAgreed
        : request.AgreedOn > today ? CannotAgreeServiceRequest.AgreedInTheFuture
        : request.AgreedOn < agreed.CurrentStage.StartedOn ? CannotAgreeServiceRequest.AgreedBeforeReceipt
        : !MayAgree(agreed, request.AgreedBy, request.AgreedOn)
            ? agreed.FindRepresentative(request.AgreedBy) is null ? CannotAgreeServiceRequest.NotInTheCase
                : CannotAgreeServiceRequest.NoAuthority
        : agreed.Complainants.Count > 1 ? CannotAgreeServiceRequest.OthersComplainToo
        : string.IsNullOrWhiteSpace(request.Said) ? CannotAgreeServiceRequest.NothingSaid
        : string.IsNullOrWhiteSpace(request.About) ? CannotAgreeServiceRequest.NothingAsked
        : string.IsNullOrWhiteSpace(request.Service) ? CannotAgreeServiceRequest.NoService
        : null;

    private static CannotAgreeServiceRequest? LetterFault(AgreedServiceRequest request, DateOnly today) =>
        string.IsNullOrWhiteSpace(request.Letter) ? CannotAgreeServiceRequest.NoLetter
        : !request.KeepsTheRight ? CannotAgreeServiceRequest.RightNotKept
        : !request.GivesOmbudsman ? CannotAgreeServiceRequest.OmbudsmanNotGiven
        : !request.Channel.IsInWriting() ? CannotAgreeServiceRequest.NotInWriting
        : request.SentOn > today ? CannotAgreeServiceRequest.SentInTheFuture
        : request.SentOn < request.AgreedOn ? CannotAgreeServiceRequest.SentBeforeTheAgreement
        : null;
}
