namespace Redress.Core.Cases;

/// <summary>What the complaint is, and what the resident wants done.</summary>
public sealed record DefinitionRequest(string? Definition, string? OutcomeSought);

/// <summary>Why a case cannot be defined.</summary>
public enum CannotDefine
{
    /// <summary>It was withdrawn or closed.</summary>
    CaseIsOver,

    /// <summary>It does not say what the complaint is.</summary>
    NoDefinition,

    /// <summary>It does not say what the resident wants done.</summary>
    NoOutcomeSought,
}

/// <summary>Setting down what the complaint is. It may be done again as the complaint becomes clearer.</summary>
public static class Definition
{
    /// <summary>Both halves are needed, because the acknowledgement must say both.</summary>
    public static Decision<CannotDefine> Decide(Case defined, DefinitionRequest request, DateOnly today)
    {
        if (defined.IsOver)
        {
            return CannotDefine.CaseIsOver;
        }

        if (Words.From(request.Definition) is not { } definition)
        {
            return CannotDefine.NoDefinition;
        }

        if (Words.From(request.OutcomeSought) is not { } outcomeSought)
        {
            return CannotDefine.NoOutcomeSought;
        }

        return new Defined(today, definition, outcomeSought);
    }
}
