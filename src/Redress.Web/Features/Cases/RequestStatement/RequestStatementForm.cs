using System.ComponentModel.DataAnnotations;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;

namespace Redress.Web.Features.Cases.RequestStatement;

/// <summary>What page and API ask about what a subject is asked, and what is released to them.</summary>
public sealed class RequestStatementForm
{
    [Display(Name = "statement.person")]
    [CanBeHeard]
    public string? Person { get; set; }

    [Display(Name = "statement.questions")]
    [Words]
    public string? Questions { get; set; }

    [Display(Name = "statement.extracts")]
    [Words]
    public string[]? Extracts { get; set; }

    [Display(Name = "statement.support")]
    [Words]
    public string? Support { get; set; }

    [Display(Name = "statement.releases_names")]
    public bool ReleasesNames { get; set; }

    public StatementRequest Request(IEnumerable<CasePersonRow> people) =>
        new(Ids.NewStatement(), Person, Questions, Extracts ?? [], Support)
        {
            // What stands for somebody confidential is no name, and who they are is not to be found out by trying.
            Names = [.. people.Where(person => !person.Confidential).Select(person => person.Name ?? "")],
            ReleasesNames = ReleasesNames,
        };

    /// <summary>The field a refusal is about; none where it is about the case.</summary>
    public static string FieldOf(CannotAskStatement refusal) =>
        refusal switch
        {
            CannotAskStatement.NotASubject or CannotAskStatement.NotConfirmed or CannotAskStatement.AlreadyAsked =>
                nameof(Person),
            CannotAskStatement.NothingAsked => nameof(Questions),
            CannotAskStatement.NoSupport => nameof(Support),
            CannotAskStatement.GivesAName => nameof(ReleasesNames),
            _ => "",
        };
}
