using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.Seals;

/// <summary>What page and API ask to seal a case.</summary>
public sealed class SealForm
{
    [Display(Name = "seal.second")]
    [Colleague]
    public string? Second { get; set; }

    [Display(Name = "seal.why")]
    [Words]
    public string? Why { get; set; }

    public Decision<CannotSeal> Decide(Case about, string by, DateOnly today) =>
        Sealing.Begin(about, Second, Why, by, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotSeal refusal) =>
        refusal switch
        {
            CannotSeal.AlreadySealed => "",
            CannotSeal.NoReason => nameof(Why),
            _ => nameof(Second),
        };
}

/// <summary>What page and API ask to let somebody see a sealed case.</summary>
public class AdmitForm
{
    [Display(Name = "seal_readers.person")]
    [Colleague]
    public string? Person { get; set; }

    [Display(Name = "seal_readers.until")]
    public DateOnly? Until { get; set; }

    [Display(Name = "seal_readers.why")]
    [Words]
    public string? Why { get; set; }

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotChangeReaders refusal) =>
        refusal switch
        {
            CannotChangeReaders.NotSealed => "",
            CannotChangeReaders.NoReason => nameof(Why),
            CannotChangeReaders.InThePast => nameof(Until),
            _ => nameof(Person),
        };
}

/// <summary>What the API asks to let somebody see a sealed case no more.</summary>
public sealed class RemoveReaderForm
{
    [Display(Name = "seal_readers.person")]
    public string? Person { get; set; }

    [Display(Name = "seal_readers.why")]
    [Words]
    public string? Why { get; set; }
}

/// <summary>What becomes of somebody's sight of a sealed case.</summary>
public enum ReaderChange
{
    Admit,
    Remove,
}

/// <summary>What the page asks to let somebody see a sealed case, or no more.</summary>
public sealed class ReadersForm : AdmitForm
{
    [Display(Name = "seal_readers.change")]
    [Required(ErrorMessage = "seal_readers.change.missing")]
    public ReaderChange? Change { get; set; }

    public Decision<CannotChangeReaders> Decide(Case about, DateOnly today) =>
        Change == ReaderChange.Admit
            ? Sealing.Admit(about, Person, Why, Until, today)
            : Sealing.Remove(about, Person, Why, today);
}

/// <summary>What a second person says to a seal.</summary>
public enum SealAnswer
{
    Agree,
    Lift,
}

/// <summary>What the page asks the second person.</summary>
public sealed class DecideSealForm
{
    [Display(Name = "decide_seal.answer")]
    [Required(ErrorMessage = "decide_seal.answer.missing")]
    public SealAnswer? Answer { get; set; }

    [Display(Name = "decide_seal.why")]
    [Words]
    public string? Why { get; set; }

    public Decision<CannotDecideSeal> Decide(Case about, string by, DateOnly today) =>
        Answer == SealAnswer.Agree ? Sealing.Agree(about, by, today) : Sealing.Lift(about, Why, by, today);

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotDecideSeal refusal) =>
        refusal switch
        {
            CannotDecideSeal.NotSealed => "",
            CannotDecideSeal.NoReason => nameof(Why),
            _ => nameof(Answer),
        };
}
