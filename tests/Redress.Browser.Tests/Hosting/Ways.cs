using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests.Hosting;

/// <summary>What somebody holds in their hand or has on their desk.</summary>
public enum Device
{
    Phone,
    SmallPhone,
    Desk,
}

/// <summary>The ways in which a journey is made: every two of device, scripts and database meet.</summary>
public class Ways : TheoryData<Device, bool, Kind>
{
    public Ways()
    {
        Add(Device.Phone, true, Kind.Sqlite);
        Add(Device.Phone, false, Kind.Postgres);
        Add(Device.Desk, true, Kind.Postgres);
        Add(Device.Desk, false, Kind.Sqlite);
    }
}

/// <summary>The same, and the narrowest screen there is: reflow at 400%, as WCAG 1.4.10 asks.</summary>
public sealed class WaysDownToTheNarrowest : Ways
{
    public WaysDownToTheNarrowest() => Add(Device.SmallPhone, true, Kind.Postgres);
}

/// <summary>With and without scripts, once on each database.</summary>
public sealed class ScriptsOnAndOff : TheoryData<bool, Kind>
{
    public ScriptsOnAndOff()
    {
        Add(true, Kind.Postgres);
        Add(false, Kind.Sqlite);
    }
}

/// <summary>One way by default; in a full run every two of device, scripts and database meet.</summary>
public sealed class OneWay : TheoryData<Device, bool, Kind>
{
    public OneWay()
    {
        Add(Device.Desk, true, Kind.Sqlite);
        if (Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1")
        {
            Add(Device.Phone, true, Kind.Postgres);
            Add(Device.Desk, false, Kind.Postgres);
            Add(Device.Phone, false, Kind.Sqlite);
        }
    }
}
