namespace Redress.Web.Data;

/// <summary>Everything one act writes: all of it or nothing.</summary>
public sealed class Recording
{
    /// <summary>How many rows are to be written.</summary>
    public int Count => Inserted.Count + Replaced.Count + Deleted.Count;

    internal List<object> Inserted { get; } = [];
    internal List<object> Replaced { get; } = [];
    internal List<object> Deleted { get; } = [];

    /// <summary>
    /// A new row; tables are written in the order they are first named. A row that is there already makes the act a
    /// conflict: that is how two people who extend the same history at once are told apart.
    /// </summary>
    public void Insert(object row) => Inserted.Add(row);

    /// <summary>A row as it now is, new or not.</summary>
    public void Put(object row) => Replaced.Add(row);

    /// <summary>A row that is no more.</summary>
    public void Delete(object row) => Deleted.Add(row);
}

/// <summary>Somebody else changed the same thing first. Nothing was written.</summary>
public sealed class ConflictException(Exception? inner = null)
    : Exception("Somebody else changed this at the same time. Nothing was saved: look again and repeat.", inner);

/// <summary>The same request was carried out before; its answer stands. Nothing was written.</summary>
public sealed class AlreadyDoneException(Exception? inner = null)
    : Exception("This was done before, by the same request.", inner);

/// <summary>Another process held the database for longer than five seconds. Nothing was written.</summary>
public sealed class BusyException(Exception inner)
    : Exception("The database is busy: another process is writing to it. Try again in a moment.", inner);
