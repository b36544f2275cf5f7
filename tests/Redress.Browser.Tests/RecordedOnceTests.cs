using Microsoft.Playwright;
using Redress.Browser.Tests.Hosting;
using Redress.Web.Tests.Hosting;

namespace Redress.Browser.Tests;

/// <summary>Whatever a person or the line does to a form that was sent, what it says is recorded once.</summary>
public sealed class RecordedOnceTests(Chromium chromium, RedressServers servers) : IClassFixture<RedressServers>
{
    private static readonly DateOnly Received = new(2025, 5, 6);

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_button_pressed_twice(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Desk, javaScript);
        var complaint = $"Pressed twice {Guid.NewGuid()}";
        await FillInAsync(amira, complaint);

        await amira.Button("Log the case").DblClickAsync();

        await amira.SeesAsync("Define the complaint");
        Assert.Equal(1, await server.RecordedAsync(complaint));
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_page_loaded_again_after_sending(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Phone, javaScript);
        var complaint = $"Loaded again {Guid.NewGuid()}";
        var note = $"She rang {Guid.NewGuid()}";
        await FillInAsync(amira, complaint);
        await amira.PressAsync("Log the case");
        await amira.SeesAsync("is logged.");
        await amira.Page.ReloadAsync();
        await amira.FillAsync("Note a call", note);
        await amira.PressAsync("Spoke");
        await amira.SeesAsync("The contact is noted.");

        await amira.Page.ReloadAsync();

        await amira.SeesAsync("Spoke with the resident (Phone)");
        await amira.SeesNotAsync("The contact is noted.");
        Assert.Equal((1, 1), (await server.RecordedAsync(complaint), await server.RecordedAsync(note)));
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_form_gone_back_to_and_sent_again_as_it_was(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Desk, javaScript);
        var complaint = $"Gone back {Guid.NewGuid()}";
        await FillInAsync(amira, complaint);
        await amira.PressAsync("Log the case");
        await amira.SeesAsync("is logged.");
        var page = amira.Page.Url;

        await amira.Page.GoBackAsync();
        await FillInAsync(amira, complaint, open: false);
        await amira.PressAsync("Log the case");

        await amira.SeesAsync("You had sent this before, and this is the case it made. No second case was made.");
        Assert.Equal((page, 1), (amira.Page.Url, await server.RecordedAsync(complaint)));
        await amira.LookAsync();
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_form_gone_back_to_and_filled_in_anew(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        var reference = await server.LoggedAsync(Received);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Phone, javaScript);
        var (first, second) = ($"No answer {Guid.NewGuid()}", $"He rang back {Guid.NewGuid()}");
        await amira.GoAsync($"/cases/{reference}/contacts");
        await NoteAsync(amira, "No answer", first);
        await amira.SeesAsync("The contact is noted.");

        await amira.Page.GoBackAsync();
        await NoteAsync(amira, "Spoke", second);
        await amira.IsToldAsync(
            "You sent this form before, and that was recorded. What you wrote now is not saved yet: send again if this is to be recorded too"
        );
        await amira.KeptAsync("What was said (optional)", second);
        Assert.Equal(0, await server.RecordedAsync(second));
        await amira.PressAsync("Save");

        await amira.SeesAsync("The contact is noted.");
        Assert.Equal((1, 1), (await server.RecordedAsync(first), await server.RecordedAsync(second)));
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_form_whose_answer_was_lost_on_the_way_and_gone_back_to(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Phone, javaScript);
        var complaint = $"The line broke {Guid.NewGuid()}";
        await LoseTheAnswerAsync(amira, complaint);
        Assert.Equal(1, await server.RecordedAsync(complaint));

        await amira.Page.GoBackAsync();
        await FillInAsync(amira, complaint, open: false);
        await amira.PressAsync("Log the case");

        await amira.SeesAsync("You had sent this before, and this is the case it made.");
        Assert.Equal(1, await server.RecordedAsync(complaint));
    }

    [Theory]
    [ClassData(typeof(ScriptsOnAndOff))]
    public async Task A_form_whose_answer_was_lost_on_the_way_and_loaded_again(bool javaScript, Kind kind)
    {
        var server = await servers.OnAsync(kind);
        await using var amira = await chromium.VisitAsync(server, "amira", Device.Desk, javaScript);
        var complaint = $"The line broke {Guid.NewGuid()}";
        await LoseTheAnswerAsync(amira, complaint);

        await amira.Page.ReloadAsync();

        await amira.SeesAsync("You had sent this before, and this is the case it made.");
        Assert.Equal(1, await server.RecordedAsync(complaint));
    }

    private static async Task FillInAsync(Walker amira, string complaint, bool open = true)
    {
        if (open)
        {
            await amira.GoAsync("/cases/new");
        }

        await amira.FillAsync("What the resident says", complaint);
        await amira.ChooseAsync("How did it come?", "Phone");
        await amira.DateAsync("The day it was received", Received);
    }

    private static async Task NoteAsync(Walker amira, string result, string note)
    {
        await amira.ChooseAsync("What came of it?", result);
        await amira.FillAsync("What was said (optional)", note);
        await amira.PressAsync("Save");
    }

    /// <summary>The form reaches the server, and the server's answer nobody.</summary>
    private static async Task LoseTheAnswerAsync(Walker amira, string complaint)
    {
        await FillInAsync(amira, complaint);
        await amira.Page.RouteAsync(
            "**",
            async route =>
            {
                await route.FetchAsync(new() { MaxRedirects = 0 });
                await route.AbortAsync(RequestAbortErrorCode.ConnectionReset);
            },
            new() { Times = 1 }
        );
        await amira.Button("Log the case").ClickAsync();
        await Assertions.Expect(amira.Page.Locator("body")).ToHaveClassAsync("neterror");
    }
}
