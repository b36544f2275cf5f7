using System.Reflection;
using System.Reflection.Emit;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Redress.Web.Tests.Layout;

/// <summary>A call in compiled code, with the constant strings loaded since the call before it.</summary>
internal sealed record Call(MethodBase Method, IReadOnlyList<string> Strings);

/// <summary>
/// What the Razor compiler made of the pages. It has told literal text from code, so a sweep need not guess at that
/// from the source.
/// </summary>
internal static class ViewCode
{
    private const BindingFlags All =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Type> Views =>
        typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RazorPageBase)));

    /// <summary>The calls of a method after another; blocks of a page compile to methods of nested types.</summary>
    public static IEnumerable<IReadOnlyList<Call>> Methods(Type type) =>
        type.GetMethods(All)
            .Concat<MethodBase>(type.GetConstructors(All))
            .Where(method => method.GetMethodBody() is not null)
            .Select(Calls)
            .Concat(type.GetNestedTypes(All).SelectMany(Methods));

    private static List<Call> Calls(MethodBase method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        var calls = new List<Call>();
        var strings = new List<string>();
        for (var at = 0; at < il.Length; )
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineString)
            {
                strings.Add(method.Module.ResolveString(BitConverter.ToInt32(il, at)));
            }
            else if (code.OperandType == OperandType.InlineMethod)
            {
                calls.Add(new Call(Resolve(method, BitConverter.ToInt32(il, at)), [.. strings]));
                strings.Clear();
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }

        return calls;
    }

    private static MethodBase Resolve(MethodBase method, int token) =>
        method.Module.ResolveMethod(
            token,
            method.DeclaringType!.GetGenericArguments(),
            method.IsGenericMethod ? method.GetGenericArguments() : null
        )!;

    public static bool IsLiteral(Call call) =>
        call.Method.Name == nameof(RazorPageBase.WriteLiteral) && call.Strings.Count > 0;

    /// <summary>An attribute of a tag helper that has one constant value: its name, then the value.</summary>
    public static bool IsAttribute(Call call) =>
        call.Method.IsConstructor && call.Method.DeclaringType == typeof(TagHelperAttribute) && call.Strings.Count >= 2;
}
