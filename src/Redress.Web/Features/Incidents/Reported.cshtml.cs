using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Redress.Web.Features.Incidents;

/// <summary>That it has come. It does not say what was hidden, which would tell a stranger which cases there are.</summary>
[AllowAnonymous]
public sealed class ReportedModel : PageModel { }
