using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Redress.Web.Layout.Forms;
using Redress.Web.Layout.GovUk;
using Redress.Web.Resources;

namespace Redress.Web.Layout.Tags;

/// <summary>A day in three boxes, for a <c>DateOnly?</c>. Only the boxes to mend are marked.</summary>
[HtmlTargetElement("govuk-date-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateInputTagHelper(FormFields fields, IStringLocalizer<Text> text) : GroupTagHelper(fields, text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName;
        var id = IdOf(name);
        var date = Bound.Model as DateOnly?;
        var typed = State(name + ".Day") is not null;
        var day = Box(name + ".Day", typed, date?.Day);
        var month = Box(name + ".Month", typed, date?.Month);
        var year = Box(name + ".Year", typed, date?.Year);
        var wrong = TypedDate.Read(day, month, year).Wrong;
        var error = Error(name, $"{id}_{First(wrong)}");

        Write(
            output,
            new DateInput
            {
                Id = id,
                Fieldset = FieldsetOf(),
                Hint = HintOf(Hint),
                ErrorMessage = error,
                Classes = Class,
                Attributes = Rest(output),
                Items =
                [
                    Item("Day", day, DateParts.Day),
                    Item("Month", month, DateParts.Month),
                    Item("Year", year, DateParts.Year) with
                    {
                        Width = 4,
                    },
                ],
            }
        );

        DateInputItem Item(string part, string? value, DateParts flag) =>
            new()
            {
                Name = $"{name}.{part}",
                Id = $"{id}_{part}",
                Label = L[
                    flag == DateParts.Day ? "date.day"
                    : flag == DateParts.Month ? "date.month"
                    : "date.year"
                ],
                Value = value,
                Error = error is not null && wrong.HasFlag(flag) ? true : null,
            };
    }

    private string? Box(string name, bool typed, int? held) => typed ? State(name)?.AttemptedValue : held?.ToString();

    private static string First(DateParts wrong) =>
        wrong.HasFlag(DateParts.Day) || wrong == DateParts.None ? "Day"
        : wrong.HasFlag(DateParts.Month) ? "Month"
        : "Year";
}
