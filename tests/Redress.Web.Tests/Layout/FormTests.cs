using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.Tags;
using Redress.Web.Resources;

namespace Redress.Web.Tests.Layout;

/// <summary>What is typed into a form comes to the model, and comes back with its errors when it cannot.</summary>
public sealed class FormTests(FormHost host) : IClassFixture<FormHost>
{
    [Fact]
    public async Task A_date_in_three_boxes_comes_to_the_model()
    {
        var page = await SendAsync(
            ("ReceivedOn.Day", "18"),
            ("ReceivedOn.Month", "12"),
            ("ReceivedOn.Year", "2025"),
            ("What", "Mould"),
            ("How", "Phone")
        );
        Assert.Equal("2025-12-18", page.Body!.GetAttribute("data-received-on"));
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
    }

    [Fact]
    public async Task A_date_in_an_address_may_be_one_iso_date()
    {
        using var client = host.CreateClient();
        var html = await client.GetStringAsync(
            "/test-form?ReceivedOn=2025-12-18&What=x",
            TestContext.Current.CancellationToken
        );
        Assert.Equal("2025-12-18", Read(html).Body!.GetAttribute("data-received-on"));
    }

    [Fact]
    public async Task A_date_that_is_half_typed_names_itself_marks_the_box_and_keeps_what_was_typed()
    {
        var page = await SendAsync(
            ("ReceivedOn.Day", "31"),
            ("ReceivedOn.Month", ""),
            ("ReceivedOn.Year", "2025"),
            ("What", "Mould"),
            ("How", "Phone")
        );
        var error = Assert.Single(page.QuerySelectorAll(".govuk-error-summary a"));
        Assert.Equal("Date received must include a month", error.TextContent);
        Assert.Equal("#ReceivedOn_Month", error.GetAttribute("href"));
        var marked = Assert.Single(page.QuerySelectorAll(".govuk-input--error"));
        Assert.Equal("ReceivedOn_Month", marked.Id);
        Assert.Equal("31", page.QuerySelector("#ReceivedOn_Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_date_that_is_not_there_is_for_Required_to_ask_for()
    {
        var page = await SendAsync(
            ("ReceivedOn.Day", ""),
            ("ReceivedOn.Month", ""),
            ("ReceivedOn.Year", ""),
            ("What", "Mould"),
            ("How", "Phone")
        );
        Assert.Equal(["Enter an answer"], Errors(page));
        Assert.Equal(3, page.QuerySelectorAll(".govuk-date-input .govuk-input--error").Length);
    }

    [Fact]
    public async Task Errors_are_listed_in_the_order_of_the_fields_and_those_of_the_whole_last()
    {
        var page = await SendAsync(("Pages", "many"), ("Whole", "true"));
        Assert.Equal(
            ["#ReceivedOn_Day", "#How", "#Pages", "#What", null],
            page.QuerySelectorAll(".govuk-error-summary li").Select(li => li.QuerySelector("a")?.GetAttribute("href"))
        );
        foreach (var link in page.QuerySelectorAll(".govuk-error-summary a"))
        {
            Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!));
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_kept_as_it_was_typed()
    {
        var page = await SendAsync(("Pages", "many"), ("What", "<b>&amp;</b>"), ("How", "Letter"));
        Assert.Equal("many", page.QuerySelector("#Pages")!.GetAttribute("value"));
        Assert.Equal("<b>&amp;</b>", page.QuerySelector("#What")!.TextContent.TrimStart('\n'));
        Assert.Equal("Letter", page.QuerySelector("input[name=How][checked]")!.GetAttribute("value"));
        Assert.Contains(
            "Pages",
            Errors(page).Single(e => e.StartsWith("Pages", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_model_holds_is_shown_where_nothing_was_typed()
    {
        using var client = host.CreateClient();
        var html = await client.GetStringAsync("/test-form/held", TestContext.Current.CancellationToken);
        var page = Read(html);
        Assert.Equal("9", page.QuerySelector("#ReceivedOn_Day")!.GetAttribute("value"));
        Assert.Equal("Email", page.QuerySelector("input[name=How][checked]")!.GetAttribute("value"));
        Assert.Equal(
            ["braille", "large-print"],
            page.QuerySelectorAll("input[name=Needs][checked]").Select(i => i.GetAttribute("value"))
        );
        Assert.NotNull(page.QuerySelector("input[name=Agreed][checked]"));
        Assert.Equal("7", page.QuerySelector("#Pages")!.GetAttribute("value"));
        Assert.Equal("lettings", page.QuerySelector("#Service option[selected]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector(".govuk-error-message"));
    }

    private async Task<IDocument> SendAsync(params (string Name, string Value)[] fields)
    {
        using var client = host.CreateClient();
        using var form = new FormUrlEncodedContent(
            fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))
        );
        using var answer = await client.PostAsync("/test-form", form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    private static IEnumerable<string> Errors(IDocument page) =>
        page.QuerySelectorAll(".govuk-error-summary li").Select(li => li.TextContent);
}

public enum Channel
{
    Phone,
    Letter,
    Email,
}

public sealed class ExampleForm
{
    [Display(Name = "Date received")]
    [Required(ErrorMessage = "form.missing_value")]
    public DateOnly? ReceivedOn { get; set; }

    [Required(ErrorMessage = "form.missing_value")]
    public Channel? How { get; set; }

    public int? Pages { get; set; }

    public string[] Needs { get; set; } = [];

    public bool Agreed { get; set; }

    public string? Service { get; set; }

    [Required(ErrorMessage = "form.missing_value")]
    public string? What { get; set; }
}

/// <summary>Binds as a page does, and writes the fields with the tag helpers as a page would.</summary>
[Route("test-form")]
[IgnoreAntiforgeryToken]
public sealed class ExampleController(
    IModelMetadataProvider metadata,
    FormFields fields,
    IStringLocalizer<Text> text,
    HtmlEncoder encoder
) : Controller
{
    [HttpPost]
    public Task<ContentResult> Send([FromForm] ExampleForm form, [FromForm] bool whole)
    {
        if (whole)
        {
            ModelState.AddModelError("", "Somebody else changed this");
        }

        return Show(form);
    }

    [HttpGet]
    public Task<ContentResult> Query([FromQuery] ExampleForm form) => Show(form);

    [HttpGet("held")]
    public Task<ContentResult> Held() =>
        Show(
            new ExampleForm
            {
                ReceivedOn = new DateOnly(2026, 11, 9),
                How = Channel.Email,
                Pages = 7,
                Needs = ["braille", "large-print"],
                Agreed = true,
                Service = "lettings",
                What = "Mould",
            }
        );

    private async Task<ContentResult> Show(ExampleForm form)
    {
        using var page = new StringWriter();
        await page.WriteAsync($"<body data-received-on='{form.ReceivedOn:yyyy-MM-dd}'>");
        var body = new StringWriter();
        await WriteAsync(body, form, new DateInputTagHelper(fields, text), nameof(form.ReceivedOn));
        await WriteAsync(
            body,
            form,
            new RadiosTagHelper(fields, text) { Items = Choices("Phone", "Letter", "Email") },
            nameof(form.How)
        );
        await WriteAsync(body, form, new InputTagHelper(fields, text), nameof(form.Pages));
        await WriteAsync(
            body,
            form,
            new CheckboxesTagHelper(fields, text) { Items = Choices("braille", "large-print", "tape") },
            nameof(form.Needs)
        );
        await WriteAsync(
            body,
            form,
            new CheckboxesTagHelper(fields, text) { Items = Choices("true") },
            nameof(form.Agreed)
        );
        await WriteAsync(
            body,
            form,
            new SelectTagHelper(fields, text) { Items = Choices("repairs", "lettings") },
            nameof(form.Service)
        );
        await WriteAsync(body, form, new TextAreaTagHelper(fields, text), nameof(form.What));
        await RunAsync(page, new ErrorSummaryTagHelper(fields, text) { ViewContext = View(form) });
        await page.WriteAsync(body.ToString());
        return Content(page.ToString(), "text/html");
    }

    private static SelectListItem[] Choices(params string[] values) =>
        [.. values.Select(v => new SelectListItem(v, v))];

    private Task WriteAsync(TextWriter writer, ExampleForm form, FieldTagHelper field, string property)
    {
        field.ViewContext = View(form);
        field.For = new ModelExpression(
            property,
            field.ViewContext.ViewData.ModelExplorer.GetExplorerForProperty(property)!
        );
        return RunAsync(writer, field);
    }

    private async Task RunAsync(TextWriter writer, TagHelper helper)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput(
            "test",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent())
        );
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        output.WriteTo(writer, encoder);
    }

    private ViewContext View(ExampleForm form) =>
        new(
            ControllerContext,
            new NoView(),
            new ViewDataDictionary<ExampleForm>(metadata, ModelState) { Model = form },
            TempData,
            TextWriter.Null,
            new HtmlHelperOptions()
        );

    private sealed class NoView : IView
    {
        public string Path => "";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}

public sealed class FormHost : EmptyHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddControllers().AddApplicationPart(typeof(FormHost).Assembly);
            services.AddSingleton<IStartupFilter, Routes>();
        });
    }

    private sealed class Routes : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                next(app);
                app.UseRouting();
                app.UseEndpoints(endpoints => endpoints.MapControllers());
            };
    }
}
