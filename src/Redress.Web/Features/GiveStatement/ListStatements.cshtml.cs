using Microsoft.AspNetCore.Mvc.RazorPages;
using Redress.Web.Data;
using Redress.Web.Security;

namespace Redress.Web.Features.GiveStatement;

/// <summary>What somebody is or was asked for statements on. One query.</summary>
[Needs(Act.GiveStatement)]
public sealed class ListStatementsModel(StatementList statements, CurrentPerson person) : PageModel
{
    public IReadOnlyList<AskedStatement> Asked { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Asked = await statements.OfPersonAsync(person.Id, cancel);
}
