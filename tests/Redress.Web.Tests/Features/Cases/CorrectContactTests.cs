using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Cases;

/// <summary>A name misspelt, an address that is none any more: put right, and letters follow.</summary>
public sealed class CorrectContactTests(TestDatabases databases) : IAsyncLifetime
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly SmtpServer server = new();
    private MailHost? host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_is_filled_in_changes_and_the_case_is_found_by_it_and_not_by_what_it_was(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office);
        var amira = await office.VisitAsync();

        var form = await amira.OpenAsync($"/cases/{reference}/contact-details");
        Assert.Contains("old@vale.example", form.Body!.TextContent, Ordinal);
        await amira.SubmitAsync();
        Assert.Equal(["Fill in what is to change: this is so already"], amira.Errors);
        await amira.SubmitAsync(("Form.Email", "Zenobia at home"));
        Assert.Equal(["Enter an email address like name@example.org"], amira.Errors);
        await amira.SubmitAsync(
            ("Form.Name", "Zenobia Quill"),
            ("Form.Email", "new@vale.example"),
            ("Form.Address", "2 Low Road"),
            ("Form.ForgetPhone", "true"),
            ("Form.Reason", "She rang")
        );

        Assert.Equal($"/cases/{reference}", amira.At.AbsolutePath);
        var person = await PersonAsync(office, reference);
        Assert.Equal(
            ("Zenobia Quill", null, "new@vale.example", "2 Low Road", null),
            (person.Name, person.Phone, person.Email, person.Address, person.Postcode)
        );
        var page = amira.Page;
        Assert.Equal("Zenobia Quill", page.QuerySelector("h1")!.TextContent);
        var said = page.Body!.TextContent;
        Assert.Contains(
            "Put right for Zenobia Quill: name, phone number, email address, postal address",
            said,
            Ordinal
        );
        Assert.Contains("She rang", said, Ordinal);
        Assert.DoesNotContain("Kwil", said, Ordinal);
        foreach (var gone in new[] { "kwil", "960001", "V1 1VV" })
        {
            await amira.OpenAsync($"/search?q={Uri.EscapeDataString(gone)}");
            Assert.Equal("/search", amira.At.AbsolutePath);
        }

        foreach (var found in new[] { "quill", "broken lift" })
        {
            await amira.OpenAsync($"/search?q={Uri.EscapeDataString(found)}");
            Assert.Equal($"/cases/{reference}", amira.At.AbsolutePath);
        }

        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.RebuildAsync(Cancel));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_letter_that_waits_or_was_not_taken_leaves_to_the_new_address(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office);
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{reference}/contact-details";
        await WriteAsync(office, reference);
        Assert.Equal(201, (await program.SendAsync(address, new { email = "second@vale.example" })).Status);
        server.Says = step => step == SmtpStep.To ? "550 no such mailbox" : null;
        Assert.Equal(1, await host!.MailAsync());
        Assert.Equal(LetterFailure.AddressRefused, Assert.Single((await office.CaseAsync(reference)).Letters).Failure);
        server.Says = _ => null;

        Assert.Equal(201, (await program.SendAsync(address, new { email = "third@vale.example" })).Status);
        await WriteAsync(office, reference);
        Assert.Equal(2, await host.MailAsync());
        await WriteAsync(office, reference);
        Assert.Equal(201, (await program.SendAsync(address, new { email = "fourth@vale.example" })).Status);
        Assert.Equal(1, await host.MailAsync());

        Assert.Equal(
            ["third@vale.example", "third@vale.example", "fourth@vale.example"],
            server.Taken.Select(mail => mail.To)
        );
        Assert.Empty((await office.CaseAsync(reference)).Letters);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var gone = await context.OutgoingMail.Select(mail => mail.Address).ToListAsync(Cancel);
        Assert.Contains("second@vale.example", gone);
        Assert.DoesNotContain("old@vale.example", gone);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Of_a_confidential_resident_nobody_sees_what_is_put_right(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office, confidential: true);
        var amira = await office.VisitAsync();

        var form = await amira.OpenAsync($"/cases/{reference}/contact-details");
        Assert.DoesNotContain("vale.example", form.Body!.TextContent, Ordinal);
        await WriteAsync(office, reference);
        await amira.SubmitAsync(("Form.Email", "new@vale.example"));
        Assert.Contains("Somebody else", string.Join(' ', amira.Errors), Ordinal);
        await amira.SubmitAsync();

        Assert.Equal("Confidential resident", amira.Page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("new@vale.example", amira.Page.Body!.TextContent, Ordinal);
        var shown = await PersonAsync(office, reference);
        Assert.Equal((true, null, true), (shown.Confidential, shown.Email, shown.HasHiddenEmail));
        Assert.DoesNotContain((await office.CaseAsync(reference)).History, one => one.Event is IdentityOpened);
        Assert.Equal(1, await host!.MailAsync());
        var mail = Assert.Single(server.Taken);
        Assert.Equal("new@vale.example", mail.To);
        Assert.DoesNotContain("Kwil", mail.Raw, Ordinal);
        var (_, known, _) = await (await office.ProgramAsync("lena")).SendAsync(
            $"/api/v1/cases/{reference}/identity",
            new { }
        );
        Assert.Equal("Zenobia Kwil", known.GetProperty("name").GetString());
        Assert.Equal("new@vale.example", known.GetProperty("email").GetString());
        var rebuilder = office.Services.GetRequiredService<Rebuilder>();
        Assert.Equal(new Rebuilt(Cases: 1, Changed: 0), await rebuilder.RebuildAsync(Cancel));
    }

    [Fact]
    public async Task A_neighbour_is_put_right_without_the_others_and_nobody_of_another_case()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var reference = await LogAsync(office);
        var program = await office.ProgramAsync();
        var joined = await program.SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new
            {
                on = $"{office.Clock.Today:yyyy-MM-dd}",
                name = "Mr Hal",
                email = "hal@vale.example",
            }
        );
        var person = joined.Json.GetProperty("person").GetString()!;
        var address = $"/api/v1/cases/{reference}/contact-details";
        await WriteAsync(office, reference);

        var once = await program.SendAsync(address, new { person, email = "hall@vale.example" }, "hall-1");
        var again = await program.SendAsync(address, new { person, email = "hall@vale.example" }, "hall-1");
        Assert.Equal((201, 201, once.Location), (once.Status, again.Status, again.Location));
        Assert.Equal(2, await host!.MailAsync());
        Assert.Equal(
            ["hall@vale.example", "old@vale.example"],
            server.Taken.Select(mail => mail.To).Order(StringComparer.Ordinal)
        );

        var other = await LogAsync(office);
        var elsewhere = await program.SendAsync(
            $"/api/v1/cases/{other}/contact-details",
            new { person, phone = "01632 960009" }
        );
        Assert.Equal((409, "not_in_the_case"), (elsewhere.Status, elsewhere.Json.Code()));
        Assert.Equal("person", elsewhere.Json.GetProperty("field").GetString());
        var same = await program.SendAsync(address, new { person, email = "hall@vale.example" });
        Assert.Equal((409, "nothing_changed"), (same.Status, same.Json.Code()));
        var wrong = await program.SendAsync(address, new { person, email = "hall" });
        Assert.Equal((400, "email"), (wrong.Status, string.Join(',', wrong.Json.Fields())));
        Assert.Equal(403, (await (await office.ProgramAsync("frank")).SendAsync(address, new { })).Status);
    }

    [Fact]
    public async Task An_address_that_is_not_to_be_used_any_more_is_used_no_more_by_a_letter_that_waits()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var reference = await LogAsync(office);
        await WriteAsync(office, reference);
        var program = await office.ProgramAsync();

        await program.SendAsync($"/api/v1/cases/{reference}/contact-details", new { forget_email = true });

        Assert.Null((await PersonAsync(office, reference)).Email);
        await host!.MailAsync();
        Assert.Empty(server.Taken);
        var failed = Assert.Single((await office.CaseAsync(reference)).Letters);
        Assert.Equal(LetterFailure.NoAddress, failed.Failure);
        var amira = await office.VisitAsync();
        var page = await amira.OpenAsync($"/cases/{reference}/letters/{failed.Number}");
        Assert.Contains("there is no email address to send it to", page.Body!.TextContent, Ordinal);
        Assert.Null(page.QuerySelector("input[value=Email]"));
        var again = await program.SendAsync(
            $"/api/v1/cases/{reference}/settled-letters",
            new { letter = failed.Number, fate = "email" }
        );
        Assert.Equal((409, "no_address"), (again.Status, again.Json.Code()));
        Assert.Equal("fate", again.Json.GetProperty("field").GetString());
    }

    [Theory]
    [InlineData(Kind.Sqlite, false)]
    [InlineData(Kind.Postgres, false)]
    [InlineData(Kind.Sqlite, true)]
    public async Task After_an_address_was_forgotten_the_letter_leaves_to_the_one_that_is_filled_in_next(
        Kind kind,
        bool confidential
    )
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office, confidential);
        await WriteAsync(office, reference);
        var amira = await office.VisitAsync();
        await amira.OpenAsync($"/cases/{reference}/contact-details");
        await amira.SubmitAsync(("Form.ForgetEmail", "true"));
        await host!.MailAsync();
        Assert.Equal(LetterFailure.NoAddress, Assert.Single((await office.CaseAsync(reference)).Letters).Failure);

        await amira.OpenAsync($"/cases/{reference}/contact-details");
        await amira.SubmitAsync(("Form.Email", "new@vale.example"));

        Assert.Empty(amira.Errors);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        var kept = await context.OutgoingMail.SingleAsync(row => row.DoneAt == null, Cancel);
        Assert.Equal(confidential ? null : "new@vale.example", kept.Address);
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal("new@vale.example", Assert.Single(server.Taken).To);
        Assert.Empty((await office.CaseAsync(reference)).Letters);
    }

    [Fact]
    public async Task The_copy_of_a_neighbour_whose_address_was_forgotten_goes_by_mail_to_the_next_one()
    {
        var office = await OpenAsync(Kind.Sqlite);
        var reference = await LogAsync(office);
        var program = await office.ProgramAsync();
        var joined = await program.SendAsync(
            $"/api/v1/cases/{reference}/complainants",
            new
            {
                on = $"{office.Clock.Today:yyyy-MM-dd}",
                name = "Mr Hal",
                email = "hal@vale.example",
            }
        );
        var person = joined.Json.GetProperty("person").GetString()!;
        var address = $"/api/v1/cases/{reference}/contact-details";
        await WriteAsync(office, reference);
        await program.SendAsync(address, new { person, forget_email = true });
        await host!.MailAsync();

        Assert.Equal(201, (await program.SendAsync(address, new { person, email = "hall@vale.example" })).Status);

        Assert.Equal(1, await host.MailAsync());
        Assert.Equal("hall@vale.example", server.Taken.Last().To);
        Assert.Empty((await office.CaseAsync(reference)).Letters);
    }

    /// <summary>Una Shaw acts for the leader; their letters are mailed to her, and a wrong address there is hers.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_somebody_acts_for_them_a_letter_is_tried_again_at_the_address_that_it_goes_to(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office);
        var una = await office.ActedForAsync(reference, "una@wrong.example");
        var zenobia = (await office.CaseAsync(reference)).ComplainantId!;
        await WriteAsync(office, reference);
        server.Says = step => step == SmtpStep.To ? "550 no such mailbox" : null;
        await host!.MailAsync();
        server.Says = _ => null;
        var amira = await office.VisitAsync();

        await amira.OpenAsync($"/cases/{reference}/contact-details");
        await amira.SubmitAsync(("Form.Email", "new@vale.example"));
        Assert.Equal(["Choose who is put right"], amira.Errors);
        await amira.SubmitAsync(("Form.Person", zenobia));

        Assert.DoesNotContain("tried again", amira.Page.Body!.TextContent, Ordinal);
        Assert.Equal(0, await host.MailAsync());
        Assert.Equal(LetterFailure.AddressRefused, Assert.Single((await office.CaseAsync(reference)).Letters).Failure);

        await amira.OpenAsync($"/cases/{reference}/contact-details");
        await amira.SubmitAsync(("Form.Person", una), ("Form.Email", "una@vale.example"));

        Assert.Contains("could not be emailed to them are tried again", amira.Page.Body!.TextContent, Ordinal);
        Assert.Equal(1, await host.MailAsync());
        Assert.Equal("una@vale.example", Assert.Single(server.Taken).To);
        Assert.Empty((await office.CaseAsync(reference)).Letters);
    }

    /// <summary>Una Shaw has only a postal address: what is mailed goes to the leader's own.</summary>
    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Where_whoever_acts_for_them_has_no_email_it_is_the_leaders_that_counts(Kind kind)
    {
        var office = await OpenAsync(kind);
        var reference = await LogAsync(office);
        var una = await office.ActedForAsync(reference, email: null);
        var zenobia = (await office.CaseAsync(reference)).ComplainantId!;
        await WriteAsync(office, reference);
        server.Says = step => step == SmtpStep.To ? "550 no such mailbox" : null;
        await host!.MailAsync();
        server.Says = _ => null;
        var program = await office.ProgramAsync();
        var address = $"/api/v1/cases/{reference}/contact-details";

        var nobody = await program.SendAsync(address, new { email = "new@vale.example" });
        Assert.Equal((409, "nobody_chosen"), (nobody.Status, nobody.Json.Code()));
        Assert.Equal("person", nobody.Json.GetProperty("field").GetString());
        Assert.Equal(201, (await program.SendAsync(address, new { person = una, address = "5 Canal Row" })).Status);
        Assert.Equal(0, await host.MailAsync());
        Assert.Equal(
            201,
            (await program.SendAsync(address, new { person = zenobia, email = "new@vale.example" })).Status
        );
        Assert.Equal(1, await host.MailAsync());

        Assert.Equal("new@vale.example", Assert.Single(server.Taken).To);
    }

    private async Task<Office> OpenAsync(Kind kind)
    {
        host = new MailHost(await databases.CreateAsync(kind), server.Port);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private static async Task<string> LogAsync(Office office, bool confidential = false)
    {
        var (status, made, _) = await (await office.ProgramAsync()).SendAsync(
            "/api/v1/cases",
            new
            {
                kind = "complaint",
                received_on = $"{office.Clock.Today:yyyy-MM-dd}",
                channel = "phone",
                summary = "A broken lift",
                name = "Zenobia Kwil",
                phone = "01632 960001",
                email = "old@vale.example",
                address = "1 High Road",
                postcode = "V1 1VV",
                confidential,
            }
        );
        Assert.Equal(201, status);
        return made.GetProperty("reference").GetString()!;
    }

    private static async Task WriteAsync(Office office, string reference) =>
        await office.DoAsync(
            await office.CaseAsync(reference),
            (_, desk) => Writing.Decide(Channel.Email, "Dear resident, a word.", desk.Today)
        );

    private static async Task<CasePersonRow> PersonAsync(Office office, string reference)
    {
        var about = await office.CaseAsync(reference);
        await using var context = office.Services.GetRequiredService<Database>().NewContext();
        return await context.CasePeople.SingleAsync(one => one.CaseId == about.Id, Cancel);
    }
}
