using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Redress.Web.Data;
using Redress.Web.Layout.Forms;
using Redress.Web.Resources;
using Redress.Web.Security;

namespace Redress.Web.Layout;

/// <summary>Pages, their texts, their forms and what they look like.</summary>
public static class LayoutSetup
{
    /// <summary>Carries what was just done over a redirect, in TempData["Done"], for the next page to say.</summary>
    internal const string DoneCookie = "redress-done";

    public static IServiceCollection AddRedressLayout(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<LandlordSettings>()
            .Bind(configuration.GetSection(LandlordSettings.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LandlordSettings>, LandlordSettingsCheck>();
        services.AddSingleton<AssetFiles>();
        services.AddScoped<FormFields>();

        services.AddSingleton<IStringLocalizerFactory>(all => all.GetRequiredService<Texts>());
        services.Configure<RequestLocalizationOptions>(ChooseLanguage);

        // Letters of every language are sent as they are and not as character references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "redress-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services
            .AddRazorPages(options => options.RootDirectory = "/Features")
            .AddDataAnnotationsLocalization()
            .AddCookieTempDataProvider(options => options.Cookie.Name = DoneCookie);
        services.AddSingleton<DateBinder>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormOptions>();
        return services;
    }

    /// <summary>Style sheets, script, fonts and logo. Early, because they need nothing that follows.</summary>
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app)
    {
        var assets = app.ApplicationServices.GetRequiredService<AssetFiles>();
        return app.Use(next => context => assets.Serve(context, next));
    }

    /// <summary>Problem details for programs; a page in plain words for people. The status stays what it was.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseWhen(
            IsApi,
            api =>
                api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf })
                    .UseStatusCodePages()
        );
        var page = new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = StatusOf };
        app.UseWhen(
            context => !IsApi(context),
            pages => pages.UseExceptionHandler(page).UseStatusCodePagesWithReExecute("/error")
        );
        return app;

        static int StatusOf(Exception fault) =>
            fault is BusyException or TooManyHashesException or DbException { IsTransient: true }
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;

        static bool IsApi(HttpContext context) =>
            context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
    }

    private static void ChooseLanguage(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, Languages.All[0]);
        options.SupportedCultures = [CultureInfo.InvariantCulture];
        options.SupportedUICultures = Languages.All;
    }
}

/// <summary>How forms are bound, with our words for what cannot be bound.</summary>
internal sealed class FormOptions(DateBinder dates, IStringLocalizer<Text> text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelBinderProviders.Insert(0, new DateBinderProvider(dates));
        options.ModelBinderProviders.Insert(0, new LineBinderProvider());
        options.Filters.Add<StaffIsKnown>();
        // Whether an answer is required is said with a message, and not guessed from a type.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => text["form.invalid", field]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["form.invalid_value"]);
        messages.SetUnknownValueIsInvalidAccessor(field => text["form.invalid", field]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["form.invalid_value"]);
        messages.SetValueIsInvalidAccessor(_ => text["form.invalid_value"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["form.missing_value"]);
        messages.SetValueMustBeANumberAccessor(field => text["form.number", field]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["form.number_value"]);
        messages.SetMissingBindRequiredValueAccessor(field => text["form.missing", field]);
        messages.SetMissingKeyOrValueAccessor(() => text["form.missing_value"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["form.missing_value"]);
    }
}
