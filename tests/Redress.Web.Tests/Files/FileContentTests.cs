using System.Text;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Files;

/// <summary>What files are told to be, by what is in them.</summary>
public sealed class FileContentTests(TestDatabases databases)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<FileType> Types => [.. Enum.GetValues<FileType>()];

    public static TheoryData<string> HostileFiles => [.. Hostile.All.Select(file => file.What)];

    [Fact]
    public void There_are_enough_hostile_files() => Assert.InRange(Hostile.All.Count(), 120, 500);

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_file_is_what_its_content_says_whatever_it_is_called(FileType type)
    {
        using var upload = await ReceiveAsync("holiday.exe", Samples.Of(type));

        Assert.Null(upload.Fault);
        Assert.Equal(type, upload.Type);
        Assert.Equal($"holiday.exe{FileForms.Of(type).Extension}", upload.Name);
    }

    [Theory]
    [MemberData(nameof(HostileFiles))]
    public async Task A_hostile_file_is_refused_or_kept_as_what_it_begins_as(string what)
    {
        var file = Hostile.All.Single(one => one.What == what);

        using var upload = await ReceiveAsync(file.Name, file.Content);

        Assert.Equal(file.Fault, upload.Fault);
        if (file.Type is { } type)
        {
            Assert.Equal(type, upload.Type);
            Assert.True(FileForms.Of(type).Ends(upload.Name), upload.Name);
        }
    }

    [Theory]
    [InlineData((byte)6)]
    [InlineData(null)]
    public async Task A_photo_forgets_where_it_was_taken_and_keeps_which_way_up_it_is(byte? orientation)
    {
        var store = await StoreAsync();
        using var upload = await ReceiveAsync("damp.jpg", Samples.Jpeg(orientation, after: "behind it"), store);
        store.Keep(upload);

        await using var kept = store.Open(upload.Hash)!;
        var bytes = new byte[kept.Length];
        await kept.ReadExactlyAsync(bytes, Cancel);
        var text = Encoding.Latin1.GetString(bytes);

        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("behind it", text, StringComparison.Ordinal);
        Assert.Contains("ICC_PROFILE", text, StringComparison.Ordinal);
        Assert.Equal(
            orientation is not null,
            text.Contains(
                "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006",
                StringComparison.Ordinal
            )
        );
        // Looked at once more, nothing is left to take out.
        using var again = await ReceiveAsync("again.jpg", bytes, store);
        Assert.Equal(upload.Hash, again.Hash);
    }

    [Theory]
    [InlineData("damp.jpg", "damp.jpg")]
    [InlineData("Damp.JPEG", "Damp.JPEG")]
    [InlineData("damp", "damp.jpg")]
    [InlineData("", "file.jpg")]
    [InlineData(null, "file.jpg")]
    [InlineData("...", "file.jpg")]
    [InlineData(".htaccess", "htaccess.jpg")]
    [InlineData("-rf.jpg", "rf.jpg")]
    [InlineData("../../etc/passwd", "passwd.jpg")]
    [InlineData(@"C:\Users\me\damp.jpg", "damp.jpg")]
    [InlineData("damp.jpg.exe", "damp.jpg.exe.jpg")]
    [InlineData("con.jpg", "_con.jpg")]
    [InlineData("LPT1", "_LPT1.jpg")]
    [InlineData("a\u202Egpj.exe", "agpj.exe.jpg")]
    [InlineData("a\u2066b\u200Bc\uFEFF.jpg", "abc.jpg")]
    [InlineData("a\r\nSet-Cookie: b.jpg", "aSet-Cookie_ b.jpg")]
    [InlineData("a\0b.jpg", "ab.jpg")]
    [InlineData("a%00b.jpg", "a%00b.jpg")]
    [InlineData("a\"b<c>d|e?f*g:h.jpg", "a_b_c_d_e_f_g_h.jpg")]
    [InlineData("تصویر.jpg", "تصویر.jpg")]
    [InlineData("می\u200Cخواهم.jpg", "می\u200Cخواهم.jpg")]
    [InlineData("家👨‍👩‍👧.jpg", "家👨‍👩‍👧.jpg")]
    [InlineData("a\u2028b\u00A0c.jpg", "a b c.jpg")]
    public void A_name_is_made_safe(string? sent, string kept) =>
        Assert.Equal(kept, FileNames.Clean(sent, FileType.Jpeg));

    [Fact]
    public void Half_a_character_is_dropped_and_a_long_name_is_cut_between_characters()
    {
        Assert.Equal("ab.jpg", FileNames.Clean("a\uD800b.jpg", FileType.Jpeg));
        var cut = FileNames.Clean(string.Concat(Enumerable.Repeat("👨‍👩‍👧", 60)) + ".jpg", FileType.Jpeg);
        Assert.InRange(Encoding.UTF8.GetByteCount(cut), 100, 154);
        Assert.DoesNotContain('\uFFFD', cut);
        Assert.EndsWith(".jpg", cut, StringComparison.Ordinal);
    }

    private async Task<Upload> ReceiveAsync(string name, byte[] content, FileStore? store = null)
    {
        store ??= await StoreAsync();
        using var stream = new MemoryStream(content);
        return await store.ReceiveAsync(stream, name, long.MaxValue, Cancel);
    }

    private async Task<FileStore> StoreAsync() =>
        new(await databases.CreateEmptyAsync(Kind.Sqlite), TimeProvider.System);
}
