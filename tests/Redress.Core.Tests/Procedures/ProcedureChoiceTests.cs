using Redress.Core.Cases;
using Redress.Core.Procedures;
using Redress.Core.Tests.Cases;

namespace Redress.Core.Tests.Procedures;

public sealed class ProcedureChoiceTests
{
    private static readonly DateOnly Thu1Apr2021 = new(2021, 4, 1);

    [Fact]
    public void A_procedure_in_force_that_covers_the_kind_can_be_chosen() =>
        Assert.Null(Refusal(Landlord.TwoStages, CaseKind.Complaint, Thu1Apr2021));

    [Fact]
    public void One_with_a_stage_0_is_refused_for_new_cases() =>
        Assert.Equal(
            CannotChooseProcedure.HasAnInformalStage,
            Refusal(Landlord.Informal, CaseKind.Complaint, new(2018, 1, 1))
        );

    [Fact]
    public void One_that_only_explains_old_cases_is_refused() =>
        Assert.Equal(
            CannotChooseProcedure.OnlyExplainsHistory,
            Refusal(Landlord.OneStage with { HistoryOnly = true }, CaseKind.Complaint, new(2020, 6, 1))
        );

    [Fact]
    public void One_unknown_not_in_force_or_silent_about_the_kind_is_refused()
    {
        Assert.Equal(CannotChooseProcedure.NoSuchProcedure, Refusal(null, CaseKind.Complaint, Thu1Apr2021));
        Assert.Equal(
            CannotChooseProcedure.NotInForceThen,
            Refusal(Landlord.TwoStages, CaseKind.Complaint, Thu1Apr2021.AddDays(-1))
        );
        Assert.Equal(
            CannotChooseProcedure.DoesNotCoverTheKind,
            Refusal(Landlord.TwoStages, CaseKind.Suggestion, Thu1Apr2021)
        );
    }

    [Fact]
    public void What_is_chosen_applies_from_its_day_and_not_before()
    {
        var rules = new Rules(
            [Landlord.TwoStages, Landlord.Code],
            [Landlord.TwoStages.Id, Landlord.Code.Id],
            [Landlord.Calendar]
        )
        {
            Choices = [new ProcedureChoice(CaseKind.Complaint, Landlord.Code.Id, new(2025, 4, 14))],
        };

        Assert.Equal(Landlord.TwoStages, rules.InForce(CaseKind.Complaint, new(2025, 4, 13)));
        Assert.Equal(Landlord.Code, rules.InForce(CaseKind.Complaint, new(2025, 4, 14)));
        Assert.Equal(Landlord.TwoStages, rules.InForce(CaseKind.Compliment, new(2025, 4, 14)));
    }

    private static CannotChooseProcedure? Refusal(Procedure? procedure, CaseKind kind, DateOnly from) =>
        ProcedureChoice.Refusal(new ProcedureChoice(kind, procedure?.Id ?? "none", from), procedure);
}
