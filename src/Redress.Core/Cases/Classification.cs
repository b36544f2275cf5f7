namespace Redress.Core.Cases;

/// <summary>How a case is sorted for reporting. What is left out stays as it was.</summary>
public sealed record ClassificationRequest(
    string? Service = null,
    string? Category = null,
    Tenure? Tenure = null,
    Ombudsman? Ombudsman = null
);

/// <summary>Why a case cannot be classified.</summary>
public enum CannotClassify
{
    /// <summary>Nothing was chosen.</summary>
    NothingChosen,
}

/// <summary>Sorting a case for reporting. Calls are noted first and classified after, even once the case is closed.</summary>
public static class Classification
{
    /// <summary>Anything chosen replaces what was chosen before.</summary>
    public static Decision<CannotClassify> Decide(ClassificationRequest request, DateOnly today) =>
        request == new ClassificationRequest()
            ? CannotClassify.NothingChosen
            : new Classified(today, request.Service, request.Category, request.Tenure, request.Ombudsman);
}
