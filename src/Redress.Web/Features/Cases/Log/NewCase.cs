using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Log;

/// <summary>A case about to be entered: its file, its reference and who it came from, saved together.</summary>
internal sealed record NewCase(CaseFile File, string Reference, CasePersonRow? Complainant, LoggingRequest Request)
{
    public static NewCase Of(LogForm form, CaseDesk desk)
    {
        var file = desk.NewFile(form.Anonymous);
        var reference = Ids.NewReference();
        var complainant = form.Complainant(file.Case.Id);
        return new(file, reference, complainant, form.Request(reference, complainant));
    }

    public Decision<CannotLog> Decide(CaseDesk desk) => Logging.Decide(Request, desk.Rules, desk.Today);

    public Task RecordAsync(CaseDesk desk, IReadOnlyList<CaseEvent> events, Once? once, CancellationToken cancel) =>
        desk.RecordAsync(File, events, once, Complainant is null ? [] : [Complainant], cancel);
}
