using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Redress.Web.Layout.Forms;

/// <summary>
/// Binds what fits on a line without the spaces around it, so that "Repairs" and "Repairs " are one service in a report.
/// Nothing but spaces is nothing.
/// </summary>
internal sealed class LineBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed.Length > 0)
        {
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            bindingContext.Result = ModelBindingResult.Success(LineAttribute.Tidy(typed.FirstValue));
        }

        return Task.CompletedTask;
    }
}

internal sealed class LineBinderProvider : IModelBinderProvider
{
    private readonly LineBinder binder = new();

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata is DefaultModelMetadata { Attributes.PropertyAttributes: { } attributes }
        && attributes.OfType<LineAttribute>().Any()
            ? binder
            : null;
}
