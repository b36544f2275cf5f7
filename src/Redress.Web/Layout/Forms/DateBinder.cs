using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Forms;

/// <summary>
/// Binds a <see cref="DateOnly"/> from three boxes, <c>Name.Day</c>, <c>Name.Month</c> and <c>Name.Year</c>, or from
/// one ISO date where an address carries it. What was typed is kept, right or wrong. Nothing typed is null and no
/// error: whether a date must be given is for <c>[Required]</c> to say.
/// </summary>
internal sealed class DateBinder(IStringLocalizer<Text> text) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        if (bindingContext.ValueProvider.GetValue(name) is { Length: > 0 } whole)
        {
            BindWhole(bindingContext, name, whole);
            return Task.CompletedTask;
        }

        var day = Typed(bindingContext, name + ".Day");
        var month = Typed(bindingContext, name + ".Month");
        var year = Typed(bindingContext, name + ".Year");
        if (day is null && month is null && year is null)
        {
            return Task.CompletedTask;
        }

        var typed = TypedDate.Read(day, month, year);
        if (typed.Fault is not null)
        {
            Refuse(bindingContext, name, typed.Fault);
        }
        else if (typed.Date is not null || bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(typed.Date);
        }
        else
        {
            Refuse(bindingContext, name, "date.not_real");
        }

        return Task.CompletedTask;
    }

    private void BindWhole(ModelBindingContext context, string name, ValueProviderResult whole)
    {
        context.ModelState.SetModelValue(name, whole);
        if (string.IsNullOrWhiteSpace(whole.FirstValue) && context.ModelMetadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
        }
        else if (DateOnly.TryParseExact(whole.FirstValue, "yyyy-MM-dd", out var date))
        {
            context.Result = ModelBindingResult.Success(date);
        }
        else
        {
            Refuse(context, name, "date.not_real");
        }
    }

    private static string? Typed(ModelBindingContext context, string name)
    {
        var value = context.ValueProvider.GetValue(name);
        if (value.Length == 0)
        {
            return null;
        }

        // The box keeps what was typed but is not validated by itself, only as a part of the date.
        context.ModelState.SetModelValue(name, value);
        context.ModelState.MarkFieldSkipped(name);
        return value.FirstValue ?? "";
    }

    private void Refuse(ModelBindingContext context, string name, string fault)
    {
        context.ModelState.TryAddModelError(name, text[fault, context.ModelMetadata.GetDisplayName()]);
        context.Result = ModelBindingResult.Failed();
    }
}

internal sealed class DateBinderProvider(DateBinder binder) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? binder : null;
}
