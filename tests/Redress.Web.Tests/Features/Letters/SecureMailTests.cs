using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Redress.Core.Cases;
using Redress.Web.Data;
using Redress.Web.Tests.Features.Cases;
using Redress.Web.Tests.Hosting;

namespace Redress.Web.Tests.Features.Letters;

/// <summary>A mail server that is known by its certificate, and asks who sends.</summary>
public sealed class SecureMailTests(TestDatabases databases) : IAsyncLifetime
{
    private static readonly X509Certificate2 Known = SelfSigned();
    private static readonly X509Certificate2 Unknown = SelfSigned();

    private readonly string passwordFile = Path.GetTempFileName();
    private SmtpServer? server;
    private SecureMailHost? host;

    static SecureMailTests()
    {
        // The mail client asks nobody else. What any other test would be refused it is refused still.
#pragma warning disable SYSLIB0014, MA0039
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None
            || shown?.GetCertHashString() == Known.GetCertHashString();
#pragma warning restore SYSLIB0014, MA0039
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        File.Delete(passwordFile);
    }

    [Fact]
    public async Task Nothing_but_a_greeting_is_said_before_the_talk_is_secured_and_then_it_signs_in()
    {
        var office = await OpenAsync(new SmtpServer { Certificate = Known, Login = ("vale", "s3cret") });
        var written = await WrittenAsync(office);

        await host!.MailAsync();

        Assert.Equal("Dear Siân", Assert.Single(server!.Taken).Text);
        Assert.NotNull((await office.CaseAsync(written)).CurrentStage.AcknowledgedOn);
        Assert.Equal(["EHLO", "STARTTLS"], server.Heard.Where(heard => !heard.Secured).Select(heard => heard.Word));
        Assert.Contains(("AUTH", true), server.Heard);
    }

    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_is_told_nothing_and_the_letter_waits()
    {
        var office = await OpenAsync(new SmtpServer { Certificate = Unknown, Login = ("vale", "s3cret") });

        await WaitsAsync(office, says: "certificate");

        Assert.All(server!.Heard, heard => Assert.True(heard.Word is "EHLO" or "STARTTLS"));
    }

    [Fact]
    public async Task A_server_that_cannot_secure_the_talk_gets_no_letter()
    {
        var office = await OpenAsync(new SmtpServer());

        await WaitsAsync(office, says: "secure");

        Assert.DoesNotContain(server!.Heard, heard => heard.Word is "AUTH" or "MAIL");
    }

    [Fact]
    public async Task Where_the_password_is_wrong_the_letter_waits_until_it_is_right()
    {
        var office = await OpenAsync(new SmtpServer { Certificate = Known, Login = ("vale", "another") });

        await WaitsAsync(office, says: "sign in first");

        await File.WriteAllTextAsync(passwordFile, "another", Cancel);
        host!.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.MailAsync();
        Assert.Single(server!.Taken);
    }

    private async Task<Office> OpenAsync(SmtpServer with)
    {
        server = with;
        await File.WriteAllTextAsync(passwordFile, "s3cret\n", Cancel);
        host = new SecureMailHost(await databases.CreateAsync(Kind.Sqlite), server.Port, passwordFile);
        host.StartServer();
        return await Office.OpenAsync(host);
    }

    private async Task WaitsAsync(Office office, string says)
    {
        var written = await WrittenAsync(office);

        Assert.Equal(1, await host!.MailAsync());

        Assert.Empty(server!.Taken);
        Assert.Null((await office.CaseAsync(written)).Letters[0].Failure);
        await using var context = host.Services.GetRequiredService<Database>().NewContext();
        var row = await context.OutgoingMail.SingleAsync(Cancel);
        Assert.Contains(says, row.LastError, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("s3cret", row.LastError!, StringComparison.Ordinal);
    }

    /// <summary>A complaint whose acknowledgement is written and waits to be mailed.</summary>
    private static async Task<Case> WrittenAsync(Office office)
    {
        var id = $"{Guid.NewGuid():N}";
        var logged = await office.LoggedAsync(complainant: id);
        await office.AddAsync(
            new CasePersonRow
            {
                Id = id,
                CaseId = logged.Id,
                Role = PersonRole.Complainant,
                Name = "Siân",
                Email = "sian@example.org",
            }
        );
        return await office.DoAsync(
            logged,
            (c, desk) => Acknowledgement.Decide(c, new(null, Channel.Email, "Dear Siân", true), desk.Rules, desk.Today)
        );
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    private sealed class SecureMailHost(Installation installation, int port, string passwordFile)
        : MailHost(installation, port)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Mail:Tls", "true");
            builder.UseSetting("Mail:User", "vale");
            builder.UseSetting("Mail:PasswordFile", passwordFile);
        }
    }
}
