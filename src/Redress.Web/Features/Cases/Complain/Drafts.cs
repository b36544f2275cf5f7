using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Redress.Core.Calendar;
using Redress.Web.Data;

namespace Redress.Web.Features.Cases.Complain;

/// <summary>
/// Keeps what somebody writes from page to page, also when their phone is put away, without an account: a cookie holds a
/// random name, and what is kept under it is encrypted. Programs name what they send themselves.
/// </summary>
public sealed class Drafts(Database database, WriteGate gate, IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "redress-draft";
    private const int NameBytes = 16;

    private readonly IDataProtector protector = protection.CreateProtector("draft");

    public async Task<Draft?> FindAsync(HttpContext http, CancellationToken cancel) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } name ? await FindAsync(name, cancel) : null;

    public async Task<Draft?> FindAsync(string name, CancellationToken cancel)
    {
        var id = Sha256.Of(name);
        await using var context = database.NewContext();
        var data = await context.Drafts.Where(row => row.Id == id).Select(row => row.Data).FirstOrDefaultAsync(cancel);
        return data is null ? null : Open(data);
    }

    /// <summary>The draft of that name: the one given, unless somebody was first.</summary>
    public async Task<Draft> AddAsync(string name, Draft draft, CancellationToken cancel)
    {
        var recording = new Recording();
        recording.Insert(RowOf(name, draft));
        try
        {
            await gate.RecordAsync(recording, cancel);
            return draft;
        }
        catch (ConflictException)
        {
            return await FindAsync(name, cancel) ?? draft;
        }
    }

    public Task SaveAsync(HttpContext http, Draft draft, CancellationToken cancel)
    {
        var name = http.Request.Cookies[Cookie];
        if (string.IsNullOrEmpty(name))
        {
            name = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NameBytes));
            http.Response.Cookies.Append(Cookie, name, Options(http));
        }

        return SaveAsync(name, draft, cancel);
    }

    public Task SaveAsync(string name, Draft draft, CancellationToken cancel)
    {
        var recording = new Recording();
        var row = RowOf(name, draft);
        recording.Put(row);
        foreach (var file in draft.Files)
        {
            recording.Put(new FileUseRow { Hash = file.Hash, UsedBy = row.Id });
        }

        return gate.RecordAsync(recording, cancel);
    }

    /// <summary>Nothing of it stays, here or in the browser.</summary>
    public async Task ForgetAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.Request.Cookies[Cookie] is { Length: > 0 } name)
        {
            var id = Sha256.Of(name);
            await gate.RunAsync(
                async (transaction, _) =>
                {
                    await transaction.ExecuteAsync(DeleteUses, cancel, id);
                    return await transaction.ExecuteAsync(Delete, cancel, id);
                },
                cancel
            );
            http.Response.Cookies.Delete(Cookie, Options(http));
        }
    }

    private const string DeleteUses = "DELETE FROM file_uses WHERE used_by = $1";

    private const string Delete = "DELETE FROM drafts WHERE id = $1";

    private DraftRow RowOf(string name, Draft draft) =>
        new()
        {
            Id = Sha256.Of(name),
            Data = protector.Protect(JsonSerializer.Serialize(draft)),
            SavedOn = LondonTime.Today(time),
        };

    /// <summary>Gone with the browser; sent to nobody else, and seen by no script.</summary>
    private static CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        };

    /// <summary>None where the key it was encrypted with is gone.</summary>
    private Draft? Open(string data)
    {
        try
        {
            return JsonSerializer.Deserialize<Draft>(protector.Unprotect(data));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
