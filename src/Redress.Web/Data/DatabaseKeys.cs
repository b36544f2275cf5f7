using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Redress.Web.Data;

/// <summary>
/// The keys that protect cookies and form tokens live in the database, so that every node can read what another wrote
/// and a restored backup keeps people signed in.
/// </summary>
internal sealed class DatabaseKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = database.NewContext();
        return [.. context.DataProtectionKeys.Select(row => row.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = database.NewContext();
        context.DataProtectionKeys.Add(
            new DataProtectionKeyRow { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) }
        );
        context.SaveChanges();
    }
}
