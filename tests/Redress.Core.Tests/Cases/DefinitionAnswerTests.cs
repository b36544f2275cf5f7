using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class DefinitionAnswerTests
{
    private static Case Disputed() => Defined().Then("resident", new DefinitionDisputed(Tue15Apr, Said));

    [Fact]
    public void A_resident_says_that_it_is_not_what_they_said()
    {
        var disputed = Only<DefinitionDisputed, CannotAnswerDefinition>(
            DefinitionAnswer.Dispute(Defined(), "The lift, not the door", Tue15Apr)
        );

        Assert.Equal((Tue15Apr, "The lift, not the door"), (disputed.On, disputed.Text.Text));
    }

    [Fact]
    public void Then_to_define_it_again_is_the_next_step_until_it_is_done()
    {
        var disputed = Disputed();
        Assert.Equal(Step.Define, NextStepOf(disputed));

        disputed.Then(new Defined(Wed16Apr, Said, Said));
        Assert.NotEqual(Step.Define, NextStepOf(disputed));
        Assert.Equal(
            (Tue15Apr, Wed16Apr),
            (disputed.DefinitionDispute!.On, disputed.DefinitionDispute.AnsweredOn!.Value)
        );
    }

    [Fact]
    public void Also_once_it_is_acknowledged() =>
        Assert.Equal(Step.Define, NextStepOf(Acknowledged().Then("resident", new DefinitionDisputed(Wed16Apr, Said))));

    [Fact]
    public void A_resident_agrees_and_a_new_definition_asks_them_again()
    {
        var agreed = Defined().Then("resident", DefinitionAnswer.Agree(Defined(), Tue15Apr).Events);
        Assert.Equal(Tue15Apr, agreed.DefinitionAgreedOn);
        Refused(CannotAnswerDefinition.AlreadyAgreed, DefinitionAnswer.Agree(agreed, Tue15Apr));

        agreed.Then(new Defined(Wed16Apr, Said, Said));
        Assert.Null(agreed.DefinitionAgreedOn);
        Assert.Null(DefinitionAnswer.Refusal(agreed));
    }

    [Fact]
    public void Nobody_disputes_without_saying_what_is_wrong() =>
        Refused(CannotAnswerDefinition.NothingSaid, DefinitionAnswer.Dispute(Defined(), " ", Tue15Apr));

    [Fact]
    public void There_is_something_to_answer_from_the_definition_to_the_answer()
    {
        Refused(CannotAnswerDefinition.NotDefined, DefinitionAnswer.Agree(Logged(), Tue15Apr));
        Refused(CannotAnswerDefinition.AlreadyAnswered, DefinitionAnswer.Dispute(Answered(), "No", Wed16Apr));
        Refused(CannotAnswerDefinition.AlreadyDisputed, DefinitionAnswer.Dispute(Disputed(), "No", Wed16Apr));
        Refused(CannotAnswerDefinition.AlreadyDisputed, DefinitionAnswer.Agree(Disputed(), Wed16Apr));
    }

    [Fact]
    public void It_is_a_message_that_staff_have_not_read()
    {
        var disputed = Disputed();

        Assert.Equal([disputed.Version], disputed.NewMessages);
        Assert.Equal(MessageKind.DefinitionDisputed, Messages.Of(disputed)[^1].Kind);
    }

    private static Step NextStepOf(Case asked) =>
        NextStep.For(asked, CaseClocks.Of(asked, Landlord.Rules, Wed16Apr), Wed16Apr)!.Step;
}
