using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;

namespace Redress.Web.Tests.Hosting;

/// <summary>
/// Someone at a browser without JavaScript: opens pages, fills in the forms found there and follows redirects. A form is
/// posted as it stands on the page, hidden fields and all, so a form that cannot be sent by hand cannot pass.
/// </summary>
public sealed class Visitor(HttpClient http)
{
    private readonly IBrowsingContext browser = BrowsingContext.New();
    private IHtmlDocument? page;

    public HttpClient Http => http;

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last redirect led.</summary>
    public Uri At { get; private set; } = new("/", UriKind.Relative);

    /// <summary>The cookies that the last answer set, as it wrote them.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public IHtmlDocument Page => page ?? throw new InvalidOperationException("Open a page first.");

    /// <summary>Goes back to a page opened before, as the browser kept it.</summary>
    public void Return(IHtmlDocument earlier) => page = earlier;

    public async Task<IHtmlDocument> OpenAsync(string address) =>
        await ReadAsync(await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));

    /// <summary>Fills in fields of the page's main form by name and sends it.</summary>
    public Task<IHtmlDocument> SubmitAsync(params (string Field, string Value)[] fields) =>
        SubmitAsync("main form", fields);

    /// <summary>The same for the form, or the button of a form, that a CSS selector finds.</summary>
    public async Task<IHtmlDocument> SubmitAsync(string selector, (string Field, string Value)[] fields)
    {
        var found = Page.QuerySelector(selector);
        var form =
            found as IHtmlFormElement
            ?? (found as IHtmlButtonElement)?.Form
            ?? throw new InvalidOperationException($"No form at '{selector}' on {At}:\n{Page.Body?.TextContent}");
        foreach (var (field, value) in fields)
        {
            Fill(form, field, value);
        }

        var sent = form.GetSubmission(found as IHtmlButtonElement ?? (IHtmlElement)form.QuerySelector("button")!);
        Assert.NotNull(sent);
        using var request = new HttpRequestMessage(new HttpMethod(sent.Method.ToString()), (Uri)sent.Target);
        if (sent.Body.Length > 0)
        {
            request.Content = new StreamContent(sent.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", sent.MimeType);
        }

        return await ReadAsync(await http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>Sends the page's main form with values that no browser would let through.</summary>
    public async Task<IHtmlDocument> ForgeAsync(params (string Field, string Value)[] fields)
    {
        var form = (IHtmlFormElement)Page.QuerySelector("main form")!;
        var sent = form
            .Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type is not ("radio" or "checkbox") || input.IsChecked)
            .ToDictionary(input => input.Name!, input => input.Value, StringComparer.Ordinal);
        foreach (var (field, value) in fields)
        {
            sent[field] = value;
        }

        using var content = new FormUrlEncodedContent(sent);
        return await ReadAsync(await http.PostAsync(At, content, TestContext.Current.CancellationToken));
    }

    /// <summary>Fills in the page's main form, chooses files for its one field for files, and sends both.</summary>
    public async Task<IHtmlDocument> SendFilesAsync(
        IEnumerable<(string Name, byte[] Content)> files,
        params (string Field, string Value)[] fields
    )
    {
        var form = Page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(HasFileField);
        foreach (var (field, value) in fields)
        {
            Fill(form, field, value);
        }

        using var content = new MultipartFormDataContent();
        foreach (var control in form.Elements)
        {
            if (control is IHtmlInputElement { Type: "file" } field)
            {
                foreach (var (name, bytes) in files)
                {
                    var file = new ByteArrayContent(bytes);
                    file.Headers.TryAddWithoutValidation("Content-Type", "image/jpeg");
                    content.Add(file, field.Name!, name);
                }
            }
            else if (ValueOf(control) is { } value)
            {
                content.Add(new StringContent(value), control.GetAttribute("name")!);
            }
        }

        return await ReadAsync(await http.PostAsync(form.Action, content, TestContext.Current.CancellationToken));

        static bool HasFileField(IHtmlFormElement form) => form.QuerySelector("input[type=file]") is not null;
    }

    private static string? ValueOf(IHtmlElement control) =>
        control switch
        {
            { } unnamed when unnamed.GetAttribute("name") is null => null,
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => null,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        };

    /// <summary>What the page complains of, in the words of its error summary.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Page.QuerySelectorAll(".govuk-error-summary__list li").Select(error => error.TextContent.Trim())];

    private static void Fill(IHtmlFormElement form, string field, string value)
    {
        var controls = form.Elements.Where(control => control.GetAttribute("name") == field).ToList();
        Assert.True(controls.Count > 0, $"The form has no field '{field}'.");
        foreach (var control in controls)
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                    choice.IsChecked = choice.Value == value;
                    break;
                case IHtmlInputElement input:
                    input.Value = value;
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = value;
                    break;
                case IHtmlSelectElement select:
                    select.Value = value;
                    break;
            }
        }
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        At = response.RequestMessage!.RequestUri!;
        SetCookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        // A page that failed says why here, and not as a missing element three steps later.
        Assert.True(Status is < HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable, text);
        return page = (IHtmlDocument)await browser.OpenAsync(reply => reply.Content(text).Address(At.ToString()));
    }
}

public static class Visits
{
    /// <summary>Somebody who has not been here before, with cookies of their own.</summary>
    public static Visitor Visit(this RedressHost host) => new(host.CreateClient());
}
