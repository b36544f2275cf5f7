using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Redress.Core;
using Redress.Core.Calendar;
using Redress.Core.Cases;
using Redress.Web.Cli;
using Redress.Web.Data;

namespace Redress.Web.Features.Export;

/// <summary>
/// A case to hand to somebody else, the Ombudsman for one: an index, its history to read, every letter and note by itself,
/// and the same as data with what proves it.
/// </summary>
internal static class CaseBundle
{
    public static void Write(Stream output, ExportedCase exported)
    {
        // The same case gives the same bytes, so the time is that of its last row.
        var at = new DateTimeOffset(exported.History[^1].RecordedAt);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, at, "index.txt", Index(exported));
        Add(zip, at, "record.txt", History(exported));
        Add(zip, at, "messages.txt", MessagesOf(exported));
        Add(zip, at, "verify.txt", Verify(exported));
        Add(zip, at, "data.json", json => CaseJson.Write(json, exported));
        Add(zip, at, "timeline.json", json => TimelineJson.Write(json, exported.Clocks));
        foreach (var words in exported.Words)
        {
            Add(zip, at, FileOf(words, exported), words.Text ?? "Erased.");
        }
    }

    private static string Index(ExportedCase exported)
    {
        var c = exported.Case;
        var text = new StringBuilder();
        text.AppendLine($"Case {c.Reference}: {Plain(WireName.Of(c.Kind))}, {Plain(WireName.Of(c.Status))}");
        text.AppendLine($"Received on {Dates.Long(c.ReceivedOn)}.");
        foreach (var stage in c.Stages)
        {
            text.AppendLine(
                $"Stage {stage.Number}: procedure {stage.ProcedureId}, with {Name(stage.Handler, exported)}."
            );
        }

        text.AppendLine().AppendLine("Duties");
        foreach (var duty in exported.Duties)
        {
            text.AppendLine($"- {Plain(WireName.Of(duty.Verdict))}: {duty.Explanation}");
        }

        text.AppendLine().AppendLine("Files");
        text.AppendLine("- record.txt: everything that was recorded, in order");
        text.AppendLine("- messages.txt: everything that was written, both ways, in order");
        text.AppendLine("- data.json: the same as data, with every hash");
        text.AppendLine("- timeline.json: the days the duties are counted from, for `redress clock`");
        text.AppendLine("- verify.txt: how to see that nothing was altered");
        foreach (var words in exported.Words)
        {
            text.AppendLine($"- {FileOf(words, exported)}");
        }

        return text.ToString();
    }

    private static string History(ExportedCase exported)
    {
        var text = new StringBuilder();
        foreach (var row in exported.History)
        {
            var day = LondonTime.Day(row.RecordedAt);
            text.AppendLine($"{row.Sequence}. {Dates.Long(row.On)}: {Plain(row.Event)}");
            text.AppendLine($"   Recorded on {Dates.Long(day)} by {Name(row.Who, exported)}.");
            foreach (var words in exported.Words.Where(words => words.Sequence == row.Sequence))
            {
                text.AppendLine($"   {(words.Text ?? "Erased.").ReplaceLineEndings("\n   ")}");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static string MessagesOf(ExportedCase exported)
    {
        var text = new StringBuilder();
        foreach (var message in Messages.Of(exported.Case))
        {
            var channel = message.Channel is { } by ? $", by {Plain(WireName.Of(by))}" : "";
            text.AppendLine(
                $"{message.Number}. {Dates.Long(message.On)}: {Plain(WireName.Of(message.Direction))}, {Plain(WireName.Of(message.Kind))}{channel}"
            );
            text.AppendLine(
                message.SentOn is { } sentOn
                    ? $"   Sent on {Dates.Long(sentOn)}."
                    : $"   {Plain(WireName.Of(message.State))}."
            );
            if (exported.Words.FirstOrDefault(words => words.Id == message.Text?.Id) is { } words)
            {
                text.AppendLine($"   {(words.Text ?? "Erased.").ReplaceLineEndings("\n   ")}");
            }

            text.AppendLine();
        }

        return text.ToString();
    }

    private static string Verify(ExportedCase exported) =>
        $"""
            Rows of history: {exported.History.Count}
            Hash of the last: {exported.History[^1].Hash}
            {(exported.FirstAltered is { } row
                ? $"ALTERED: row {row} is not as it was written."
                : "Every row is as it was written: each hash was computed again for this export.")}

            The hash of a row is the SHA-256 of these fields, each as its length in bytes (32 bits, big-endian; -1 where it is
            missing) and its UTF-8: the hash of the row before, "case", the id of the case, sequence, event, version, data, on,
            recorded_at, who, on_behalf_of. Words are kept apart: history has their HMAC-SHA256, keyed with the salt.

            """;

    private static string FileOf(WordsRow words, ExportedCase exported) =>
        $"words/{words.Sequence:000}-{words.Id.Split('.')[^1]}-{exported.History[words.Sequence - 1].Event}.txt";

    private static string Name(string? id, ExportedCase exported) =>
        id is null ? "nobody" : exported.Staff.GetValueOrDefault(id, id);

    private static string Plain(string wireName) => wireName.Replace('_', ' ');

    private static void Add(ZipArchive zip, DateTimeOffset at, string name, string text)
    {
        using var file = Open(zip, at, name);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Add(ZipArchive zip, DateTimeOffset at, string name, Action<Utf8JsonWriter> write)
    {
        using var file = Open(zip, at, name);
        using var json = new Utf8JsonWriter(file, Terminal.Json with { Indented = true });
        write(json);
    }

    private static Stream Open(ZipArchive zip, DateTimeOffset at, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        return entry.Open();
    }
}
