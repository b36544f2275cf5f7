using Microsoft.AspNetCore.Authentication.Cookies;

namespace Redress.Web.Features.SignIn;

/// <summary>
/// Over https a cookie's name begins with <c>__Host-</c>: browsers then take it from this host alone, and from no page
/// that was not sent over https. Over http, as on somebody's own machine, browsers refuse such a name.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
