namespace Redress.Web.Layout.Forms;

/// <summary>
/// The fields of the page in the order they stand on it, each with the id of the control to go to. The error summary,
/// which the layout writes when the page is done, lists errors in this order.
/// </summary>
public sealed class FormFields
{
    private readonly List<(string Name, string ControlId)> fields = [];

    public IReadOnlyList<(string Name, string ControlId)> InOrder => fields;

    public void Add(string name, string controlId) => fields.Add((name, controlId));
}
