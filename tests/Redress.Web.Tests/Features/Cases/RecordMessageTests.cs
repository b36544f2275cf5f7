using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Files;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

public sealed class RecordMessageTests(RedressHosts hosts) : IClassFixture<RedressHosts>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_is_recorded_with_several_files_at_once(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var frank = await office.VisitAsync("frank");

        await frank.OpenAsync($"/cases/{logged.Reference}/messages");
        var page = await frank.SendFilesAsync(
            [("damp.jpg", Samples.Jpeg()), ("letter.pdf", Samples.Pdf()), ("list.docx", Samples.Docx())],
            ("Form.Channel", "Letter"),
            ("Form.From", "Representative"),
            ("Form.Text", "The damp is back")
        );

        Assert.Equal($"/cases/{logged.Reference}", frank.At.AbsolutePath);
        var now = await office.CaseAsync(logged);
        var message = Assert.IsType<MessageReceived>(now.History[^1].Event);
        Assert.Equal(
            (Core.Cases.Channel.Letter, MessageSender.Representative, "The damp is back"),
            (message.Channel, message.From, await office.TextAsync(now, message.Text!))
        );
        Assert.Equal([FileType.Jpeg, FileType.Pdf, FileType.Docx], message.Files!.Select(file => file.Type));
        Assert.Equal([now.Version], now.NewMessages);
        var names = page.QuerySelectorAll(".app-file a").Select(link => link.TextContent.Trim());
        Assert.Equal(["damp.jpg", "letter.pdf", "list.docx"], names);
        Assert.Single(page.QuerySelectorAll(".app-file img"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_file_is_given_out_to_be_saved_and_can_do_nothing(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (logged, hash) = await WithFileAsync(office, "evil 'név\u202E.html", Samples.Pdf());
        var amira = await office.VisitAsync();

        using var answer = await amira.Http.GetAsync(
            new Uri($"/cases/{logged.Reference}/files/{hash}", UriKind.Relative),
            Cancel
        );

        Assert.Equal(Samples.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("evil 'név.html.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Only(answer.Headers, "X-Content-Type-Options"));
        Assert.Equal(
            "sandbox; default-src 'none'; frame-ancestors 'none'",
            Only(answer.Headers, "Content-Security-Policy")
        );
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("same-origin", Only(answer.Headers, "Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task A_file_belongs_to_its_case_and_to_no_other()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var (_, hash) = await WithFileAsync(office, "a.pdf", Samples.Pdf("/Mine true"));
        var other = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var program = await office.ProgramAsync();

        await amira.OpenAsync($"/cases/{other.Reference}/files/{hash}");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
        using var answer = await program.GetAsync(
            new Uri($"/api/v1/cases/{other.Reference}/files/{hash}", UriKind.Relative),
            Cancel
        );
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await amira.OpenAsync($"/cases/{other.Reference}/files/..%2F..%2Fredress.db");
        Assert.Equal(HttpStatusCode.NotFound, amira.Status);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task The_same_content_twice_is_kept_once_and_told_of_twice(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var content = Samples.Pdf($"/Same {Guid.NewGuid():N}");
        var one = await WithFileAsync(office, "a.pdf", content);

        var cases = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => WithFileAsync(office, $"{i}.pdf", content)));

        Assert.All(cases, found => Assert.Equal(one.Hash, found.Hash));
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        Assert.Equal(5, await context.FileUses.CountAsync(use => use.Hash == one.Hash, Cancel));
    }

    [Fact]
    public async Task What_is_refused_is_said_by_name_and_what_was_typed_is_kept()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/messages");
        var page = await amira.SendFilesAsync(
            [
                ("ok.pdf", Samples.Pdf()),
                ("page.jpg", "<html><script>"u8.ToArray()),
                ("long.mp4", [.. Samples.Boxed("isom"), .. new byte[FileStore.MostBytes]]),
            ],
            ("Form.Channel", "Email"),
            ("Form.Text", "Kept on the page")
        );

        Assert.Equal(
            [
                "“page.jpg” is a program or a web page. Send a photo of it, a picture of the screen or a PDF. "
                    + "“long.mp4” is larger than 25 MB. Send a smaller or shorter one",
            ],
            amira.Errors
        );
        Assert.Equal("Kept on the page", page.QuerySelector("#Form_Text")!.TextContent.Trim());
        Assert.Equal(logged.Version, (await office.CaseAsync(logged)).Version);
        Assert.Empty(Directory.GetFiles(office.Services.GetRequiredService<FileStore>().WaitingRoom));
    }

    [Fact]
    public async Task An_eleventh_file_is_one_too_many()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/messages");
        await amira.SendFilesAsync(
            Enumerable.Range(0, 11).Select(i => ($"{i}.pdf", Samples.Pdf())),
            ("Form.Channel", "Email")
        );

        Assert.Contains("“10.pdf” is one too many", Assert.Single(amira.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cannot_receive_message.nothing_in_it", "", "")]
    [InlineData("cannot_receive_message.in_the_future", "2031", "Hello")]
    [InlineData("cannot_receive_message.before_receipt", "2024", "Hello")]
    public async Task A_refusal_stands_beside_its_field(string key, string year, string text)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{logged.Reference}/messages");
        (string, string)[] when = year.Length == 0 ? [] : [("Form.On.Year", year)];
        await amira.SendFilesAsync([], [("Form.Channel", "Email"), ("Form.Text", text), .. when]);

        var words =
            office.Services.GetRequiredService<Microsoft.Extensions.Localization.IStringLocalizer<Redress.Web.Resources.Text>>();
        Assert.Equal([words[key].Value], amira.Errors);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_form_sent_twice_is_one_message(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var amira = await office.VisitAsync();
        var form = await amira.OpenAsync($"/cases/{logged.Reference}/messages");
        (string, byte[])[] files = [("a.jpg", Samples.Jpeg())];

        await amira.SendFilesAsync(files, ("Form.Channel", "Email"));
        amira.Return(form);
        await amira.SendFilesAsync(files, ("Form.Channel", "Email"));

        Assert.Equal($"/cases/{logged.Reference}", amira.At.AbsolutePath);
        Assert.Equal(logged.Version + 1, (await office.CaseAsync(logged)).Version);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Whoever_reads_what_is_new_says_so_in_one_press(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var (logged, _) = await WithFileAsync(office, "a.pdf", Samples.Pdf(), "frank");
        var amira = await office.VisitAsync();

        var page = await amira.OpenAsync($"/cases/{logged.Reference}");
        Assert.Contains("New", page.QuerySelector(".app-message")!.TextContent, StringComparison.Ordinal);
        page = await amira.SubmitAsync("form[action$='/messages/read'] button", []);

        Assert.Empty((await office.CaseAsync(logged)).NewMessages);
        Assert.Null(page.QuerySelector("form[action$='/messages/read']"));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_program_records_a_message_with_files_and_reads_it_back(Kind kind)
    {
        var office = await Office.OpenAsync(hosts, kind);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync("frank");
        var body = """{"on":"2025-04-14","channel":"email","text":"By email"}""".Replace(
            "2025-04-14",
            office.Clock.Today.ToString("yyyy-MM-dd"),
            StringComparison.Ordinal
        );
        var key = $"{Guid.NewGuid():N}";

        var first = await PostAsync(program, logged, body, key, ("a.pdf", Samples.Pdf()));
        var again = await PostAsync(program, logged, body, key, ("a.pdf", Samples.Pdf()));
        var other = await PostAsync(program, logged, body, key, ("a.pdf", Samples.Pdf("/Other true")));

        Assert.Equal((201, 201, 422), (first.Status, again.Status, other.Status));
        var message = Assert.IsType<MessageReceived>((await office.CaseAsync(logged)).History[^1].Event);
        Assert.Equal(FileType.Pdf, Assert.Single(message.Files!).Type);
        var list = await GetAsync(program, $"/api/v1/cases/{logged.Reference}/messages");
        var told = list.GetProperty("messages").EnumerateArray().Last();
        Assert.Equal("By email", told.GetProperty("text").GetString());
        var file = Assert.Single(told.GetProperty("files").EnumerateArray());
        using var answer = await program.GetAsync(
            new Uri(file.GetProperty("location").GetString()!, UriKind.Relative),
            Cancel
        );
        Assert.Equal(Samples.Pdf(), await answer.Content.ReadAsByteArrayAsync(Cancel));

        var amira = await office.ProgramAsync();
        Assert.Equal(201, (await amira.SendAsync($"/api/v1/cases/{logged.Reference}/messages/read", new { })).Status);
        Assert.Equal(409, (await amira.SendAsync($"/api/v1/cases/{logged.Reference}/messages/read", new { })).Status);
    }

    [Fact]
    public async Task A_program_is_told_which_file_is_refused_and_why()
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        var body = $$"""{"on":"{{office.Clock.Today:yyyy-MM-dd}}","channel":"email"}""";

        var refused = await PostAsync(program, logged, body, key: null, ("a.zip", Samples.Zip([("a", "b")])));

        Assert.Equal(400, refused.Status);
        Assert.Equal(["files"], refused.Json.Fields());
        var nothing = await program.SendAsync($"/api/v1/cases/{logged.Reference}/messages", body);
        Assert.Equal((409, "nothing_in_it"), (nothing.Status, nothing.Json.Code()));
    }

    public static TheoryData<string, string> BadForms =>
        new()
        {
            { "x", "no boundary anywhere" },
            { "x", "--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\ncut sh" },
            { "x", "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 cut sh" },
            { "x", "--x\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"H{i}: v\r\n")) + "\r\n\r\n--x--" },
            { "x", $"--x\r\nContent-Disposition: form-data; name=\"{new string('n', 40_000)}\"\r\n\r\n\r\n--x--" },
            {
                "x",
                string.Concat(
                    Enumerable
                        .Range(0, 10_000)
                        .Select(i => $"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{i}\r\n")
                ) + "--x--"
            },
            {
                "x",
                $"--x\r\nContent-Disposition: form-data; name=\"message\"\r\n\r\n{new string('m', 1_100_000)}\r\n--x--"
            },
            { new string('b', 200), "--x--" },
        };

    /// <summary>Nothing of it is kept, and nobody sees how it went wrong.</summary>
    [Theory]
    [MemberData(nameof(BadForms))]
    public async Task A_broken_form_is_a_bad_request(string boundary, string form)
    {
        var office = await Office.OpenAsync(hosts, Kind.Sqlite);
        var logged = await office.LoggedAsync();
        var program = await office.ProgramAsync();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(form));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");

        using var answer = await program.PostAsync(
            new Uri($"/api/v1/cases/{logged.Reference}/messages", UriKind.Relative),
            content,
            Cancel
        );

        Assert.InRange((int)answer.StatusCode, 400, 415);
        Assert.Equal(logged.Version, (await office.CaseAsync(logged)).Version);
    }

    private static async Task<(Case Case, string Hash)> WithFileAsync(
        Office office,
        string name,
        byte[] content,
        string who = "amira"
    )
    {
        var logged = await office.LoggedAsync();
        var visitor = await office.VisitAsync(who);
        await visitor.OpenAsync($"/cases/{logged.Reference}/messages");
        var page = await visitor.SendFilesAsync([(name, content)], ("Form.Channel", "Email"));
        var link = page.QuerySelector(".app-file a")!.GetAttribute("href")!;
        return (logged, link.Split('/')[^1]);
    }

    private static async Task<(int Status, JsonElement Json)> PostAsync(
        HttpClient program,
        Case about,
        string message,
        string? key,
        params (string Name, byte[] Content)[] files
    )
    {
        using var content = new MultipartFormDataContent { { new StringContent(message), "message" } };
        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{about.Reference}/messages");
        request.Content = content;
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        using var answer = await program.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement);
    }

    private static async Task<JsonElement> GetAsync(HttpClient program, string address) =>
        JsonDocument.Parse(await program.GetStringAsync(new Uri(address, UriKind.Relative), Cancel)).RootElement;

    private static string Only(HttpResponseHeaders headers, string name) => Assert.Single(headers.GetValues(name));
}
