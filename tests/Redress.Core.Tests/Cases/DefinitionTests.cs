using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class DefinitionTests
{
    private static readonly DefinitionRequest Roof = new("The roof leaks", "A dry ceiling");

    [Fact]
    public void A_complaint_can_be_defined_again_as_it_becomes_clearer()
    {
        var defined = Only<Defined, CannotDefine>(Definition.Decide(Acknowledged(), Roof, Wed16Apr));

        Assert.Equal(("The roof leaks", "A dry ceiling"), (defined.Definition.Text, defined.OutcomeSought.Text));
    }

    [Fact]
    public void Both_halves_are_needed()
    {
        Refused(CannotDefine.NoDefinition, Definition.Decide(Logged(), Roof with { Definition = null }, Tue15Apr));
        Refused(CannotDefine.NoOutcomeSought, Definition.Decide(Logged(), Roof with { OutcomeSought = "" }, Tue15Apr));
    }

    [Fact]
    public void A_case_that_is_over_is_not_defined() =>
        Refused(CannotDefine.CaseIsOver, Definition.Decide(Withdrawn(), Roof, Wed16Apr));

    [Fact]
    public void Cases_are_classified_even_after_they_are_closed()
    {
        var closed = Answered().Then(new Closed(Wed16Apr));

        closed.Then(Classification.Decide(new(Category: "damp"), Thu17Apr).Events);

        Assert.Equal(("damp", null), (closed.Category, closed.Service));
    }

    [Fact]
    public void Choosing_nothing_classifies_nothing() =>
        Refused(CannotClassify.NothingChosen, Classification.Decide(new(), Thu17Apr));
}
