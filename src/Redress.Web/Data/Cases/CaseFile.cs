using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Core.History;

namespace Redress.Web.Data;

/// <summary>
/// A case opened to be worked on: the case, the end of its chain, and its rows as the database has them. Events are
/// recorded into it, as many as come; then it is saved, and only what changed is written.
/// </summary>
public sealed class CaseFile
{
    private const int SaltBytes = 16;

    private readonly List<object> written = [];
    private readonly List<string> said = [];
    private readonly List<FileUseRow> files = [];
    private readonly DutyLedger duties;
    private StoredRows stored;
    private string words;
    private bool foundAnew;

    private CaseFile(Case opened, string? head, List<DutyRow> duties, string words)
    {
        Case = opened;
        Head = head;
        this.duties = new DutyLedger(duties);
        this.words = words;
        stored = opened.Version == 0 ? StoredRows.None : StoredRows.Of(opened, duties);
    }

    public Case Case { get; }

    /// <summary>Every duty as last recorded.</summary>
    public IReadOnlyList<DutyRow> Duties => duties.Current;

    /// <summary>The hash of the last row of its history; none before the first.</summary>
    internal string? Head { get; private set; }

    /// <summary>A case that has no history yet.</summary>
    public static CaseFile New(string id) => new(new Case(id), head: null, [], words: "");

    /// <summary>A case as stored.</summary>
    internal static CaseFile Open(Case opened, string head, List<DutyRow> duties, string words) =>
        new(opened, head, duties, words);

    /// <summary>
    /// Lets the events happen, and what follows from them for letters that wait: history grows, clocks are worked out again.
    /// Nothing is saved yet.
    /// </summary>
    public void Record(IReadOnlyList<CaseEvent> events, Signature signature, Rules rules)
    {
        var at = RecordedAt(events, signature.At);
        Record(events, at, signature, rules);
        Record(Sending.MovedOn(Case, rules, LondonTime.Day(at)), at, signature with { OnBehalfOf = null }, rules);
    }

    private void Record(IReadOnlyList<CaseEvent> events, DateTime at, Signature signature, Rules rules)
    {
        var told = new Dictionary<Words, Words>(ReferenceEqualityComparer.Instance);
        foreach (var happened in events)
        {
            Append(happened, at, signature, told);
            duties.Enter(Case.History[^1], Case, rules);
        }
    }

    /// <summary>Whether whoever made the case, with these events or before, would not be known.</summary>
    internal bool IsAnonymous(IReadOnlyList<CaseEvent> events) =>
        Case.Anonymous || events is [Received { Anonymous: true }, ..];

    /// <summary>What it is found by is worked out from the beginning: from all that was said, these texts before the new.</summary>
    internal void FindAnew(IEnumerable<string> texts)
    {
        words = "";
        foundAnew = true;
        said.InsertRange(0, texts);
    }

    /// <summary>Hands over everything not yet saved.</summary>
    /// <param name="recording">What it is handed to.</param>
    /// <param name="newPeople">Who has come to be in the case, to be found by; their rows go with the recording.</param>
    /// <param name="leftOut">Words it is not found by.</param>
    internal void SaveTo(
        Recording recording,
        IReadOnlyCollection<CasePersonRow>? newPeople = null,
        CaseWords? leftOut = null
    )
    {
        written.ForEach(recording.Insert);
        written.Clear();
        SaveSearchTo(recording, newPeople ?? [], leftOut);
        files.ForEach(recording.Put);
        files.Clear();
        duties.Superseded.ForEach(recording.Insert);
        duties.Superseded.Clear();
        var now = StoredRows.Of(Case, duties.Current);
        now.WriteChanges(stored, recording);
        stored = now;
        recording.Put(new UnsealedRow { Stream = Streams.Case, StreamId = Case.Id });
    }

    /// <summary>What the case is found by grows with what is said, in the transaction that keeps it.</summary>
    private void SaveSearchTo(Recording recording, IReadOnlyCollection<CasePersonRow> newPeople, CaseWords? leftOut)
    {
        var isNew = stored.Case is null;
        if (!isNew && !foundAnew && newPeople.Count + said.Count == 0)
        {
            return;
        }

        var row = CaseSearch.Row(Case, words, newPeople, said, leftOut);
        words = row.Words;
        foundAnew = false;
        said.Clear();
        if (isNew)
        {
            recording.Insert(row);
        }
        else
        {
            recording.Put(row);
        }
    }

    /// <summary>
    /// An instant as both databases keep it, never before the last. Of someone who would not be known nothing finer than
    /// the day is kept.
    /// </summary>
    private DateTime RecordedAt(IReadOnlyList<CaseEvent> events, DateTime at)
    {
        var cut = new DateTime(at.Ticks - (at.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
        var kept = IsAnonymous(events) ? LondonTime.Utc(LondonTime.Day(cut), TimeOnly.MinValue) : cut;
        return Case.Version > 0 && Case.History[^1].RecordedAt is var last && kept < last ? last : kept;
    }

    private void Append(CaseEvent happened, DateTime at, Signature signature, Dictionary<Words, Words> told)
    {
        var sequence = Case.Version + 1;
        var kept = StoreWords(happened, sequence, signature, told);
        files.AddRange(FileUseRow.Of(happened, Case.Id));
        written.AddRange(StatementTextRow.Of(happened, Case));
        var (name, version, data) = CaseEventJson.Write(kept);
        Head = HistoryHash.Of(
            Head,
            Streams.Case,
            Case.Id,
            sequence,
            name,
            version,
            data,
            kept.On,
            at,
            signature.Who,
            signature.OnBehalfOf
        );
        written.Add(
            new HistoryRow
            {
                Stream = Streams.Case,
                StreamId = Case.Id,
                Sequence = sequence,
                Event = name,
                Version = version,
                Data = data,
                On = kept.On,
                RecordedAt = at,
                Who = signature.Who,
                OnBehalfOf = signature.OnBehalfOf,
                Hash = Head,
            }
        );
        Case.Apply(new RecordedEvent(sequence, kept, at, signature.Who, signature.OnBehalfOf));
        if (happened is Erased)
        {
            FindAnew([]);
        }
    }

    /// <summary>
    /// The words go to their own rows, and the event keeps their ids and salted hashes. Words that another event of the
    /// case stored, as those of a letter that now leaves, stay where they are.
    /// </summary>
    private CaseEvent StoreWords(CaseEvent happened, int sequence, Signature signature, Dictionary<Words, Words> told)
    {
        var count = 0;
        return happened.WithWords(spoken =>
        {
            if (spoken.Id is not null || told.ContainsKey(spoken))
            {
                return told.GetValueOrDefault(spoken, spoken);
            }

            var salt = new byte[SaltBytes];
            signature.Salt(salt);
            var id = $"{sequence}.{++count}";
            said.Add(spoken.Text!);
            written.Add(
                new WordsRow
                {
                    Id = id,
                    StreamId = Case.Id,
                    Sequence = sequence,
                    Salt = Convert.ToHexStringLower(salt),
                    Text = spoken.Text,
                }
            );
            return told[spoken] = spoken.Store(id, salt);
        });
    }
}
