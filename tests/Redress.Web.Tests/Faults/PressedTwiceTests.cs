using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Web.Data;
using Redress.Web.Features.Cases.Complain;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Faults;

/// <summary>
/// Residents who press twice, whose phone loses the answer, or both: over real connections, eight of them at a time.
/// </summary>
public sealed class PressedTwiceTests(TestDatabases databases)
{
    private const int Residents = 8;

    private static readonly int Complaints =
        Environment.GetEnvironmentVariable("REDRESS_TEST_FULL") == "1" ? 5_000 : 120;

    private static readonly HtmlParser Html = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task However_often_a_complaint_is_sent_it_is_one_case(Kind kind)
    {
        await using var host = new QuickHost(await databases.CreateAsync(kind));
        host.UseKestrel(0);
        host.StartServer();
        var numbers = Enumerable.Range(0, Complaints).ToList();

        var sent = await Task.WhenAll(
            numbers.Chunk((Complaints + Residents - 1) / Residents).Select(mine => ComplainAsync(host, mine))
        );

        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var promised = sent.SelectMany(drafts => drafts).Select(draft => draft.Reference).Order(StringComparer.Ordinal);
        var kept = await context.Cases.Select(row => row.Reference).ToListAsync(Cancel);
        Assert.Equal(promised, kept.Order(StringComparer.Ordinal));
        Assert.Equal(Complaints, await context.CaseAccess.CountAsync(Cancel));
    }

    private static async Task<IReadOnlyList<Draft>> ComplainAsync(QuickHost host, int[] numbers)
    {
        var phone = new Phone(host.ClientOptions.BaseAddress);
        var sent = new List<Draft>();
        foreach (var number in numbers)
        {
            var draft = new Draft { Summary = $"The lift is broken, says {number}.", Anonymous = number % 3 == 0 };
            draft.Name = draft.Anonymous is true ? null : "Mrs Shah";
            await phone.BeginAsync(host.Services, draft);
            await SendAsync(phone, draft, number % 5);
            sent.Add(draft);
        }

        return sent;
    }

    private static async Task SendAsync(Phone phone, Draft draft, int way)
    {
        var form = await phone.OpenAsync();
        switch (way)
        {
            case 0:
                await Task.WhenAll(phone.PressAsync(form, draft), phone.PressAsync(form, draft));
                break;
            case 1:
                await phone.PressAndLoseAsync(form);
                await phone.PressAsync(form, draft);
                break;
            case 2:
                await phone.PressAsync(form, draft);
                await phone.PressAsync(form, draft);
                break;
            case 3:
                await Task.WhenAll(
                    phone.PressAsync(form, draft),
                    phone.PressAndLoseAsync(form),
                    phone.PressAsync(form, draft)
                );
                break;
            default:
                // The answer is lost, and the page is loaded again before the next press.
                await phone.PressAndLoseAsync(form);
                await phone.PressAsync(await phone.OpenAsync(), draft);
                break;
        }
    }

    /// <summary>Keeps its cookies itself, so that a request can be written by hand as a browser would.</summary>
    private sealed class Phone(Uri server)
    {
        private static readonly HttpClient Http = new(
            new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
        );

        private string draftCookie = "";
        private string formCookie = "";

        /// <summary>With every question answered.</summary>
        public async Task BeginAsync(IServiceProvider services, Draft draft)
        {
            var http = new DefaultHttpContext();
            await services.GetRequiredService<Drafts>().SaveAsync(http, draft, Cancel);
            draftCookie = CookieOf(http.Response.Headers.SetCookie!)!;
            formCookie = "";
        }

        /// <summary>The form with all the answers, as what pressing its button sends; none where it was sent already.</summary>
        public async Task<string?> OpenAsync()
        {
            using var request = Request(HttpMethod.Get, ComplainPage.Check);
            using var response = await Http.SendAsync(request, Cancel);
            if (response.StatusCode == HttpStatusCode.Redirect)
            {
                Assert.Equal(ComplainPage.Sent, response.Headers.Location!.OriginalString);
                return null;
            }

            response.EnsureSuccessStatusCode();
            formCookie = response.Headers.TryGetValues("Set-Cookie", out var set) ? CookieOf(set.First())! : formCookie;
            using var page = await Html.ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel), Cancel);
            var fields = page.QuerySelectorAll("main form input").OfType<IHtmlInputElement>();
            return string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        }

        /// <summary>Whoever gets an answer is shown the reference and code of their one complaint.</summary>
        public async Task PressAsync(string? form, Draft draft)
        {
            if (form is not null)
            {
                using var press = Request(HttpMethod.Post, ComplainPage.Check);
                press.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
                using var answer = await Http.SendAsync(press, Cancel);
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                Assert.Equal(ComplainPage.Sent, answer.Headers.Location!.OriginalString);
            }

            using var request = Request(HttpMethod.Get, ComplainPage.Sent);
            using var response = await Http.SendAsync(request, Cancel);
            var page = await response.Content.ReadAsStringAsync(Cancel);
            Assert.Contains(draft.Reference, page, StringComparison.Ordinal);
            Assert.Contains(draft.Code, page, StringComparison.Ordinal);
        }

        /// <summary>The request leaves whole, and the line is gone before anything comes back.</summary>
        public async Task PressAndLoseAsync(string? form)
        {
            var body = form ?? "";
            using var line = new TcpClient();
            await line.ConnectAsync(server.Host, server.Port, Cancel);
            line.LingerState = new LingerOption(enable: true, seconds: 0);
            var request =
                $"POST {ComplainPage.Check} HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {draftCookie}; {formCookie}\r\n"
                + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}";
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        }

        private HttpRequestMessage Request(HttpMethod method, string path)
        {
            var request = new HttpRequestMessage(method, new Uri(server, path));
            request.Headers.Add("Cookie", formCookie.Length == 0 ? draftCookie : $"{draftCookie}; {formCookie}");
            return request;
        }

        private static string? CookieOf(string? set) => set?.Split(';')[0];
    }

    /// <summary>Codes are hashed slowly so that they cannot be guessed; nobody guesses here.</summary>
    private sealed class QuickHost(Installation installation) : RedressHost(installation)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
                services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1)
            );
        }
    }
}
