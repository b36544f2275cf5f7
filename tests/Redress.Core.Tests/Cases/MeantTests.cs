using Redress.Core.Cases;
using static Redress.Core.Tests.Cases.Histories;

namespace Redress.Core.Tests.Cases;

public class MeantTests
{
    [Theory]
    [InlineData(new string[0], null, null, false)]
    [InlineData(new[] { "p1" }, null, "p1", false)]
    [InlineData(new[] { "p1", "p2" }, null, null, true)]
    [InlineData(new[] { "p1", "p2" }, "p2", "p2", false)]
    [InlineData(new[] { "p1" }, "p9", "p9", false)]
    public void Whoever_is_named_or_the_only_one_and_of_several_nobody(
        string[] those,
        string? named,
        string? person,
        bool nobodyChosen
    ) => Assert.Equal(new Meant(person, nobodyChosen), Meant.Among(those, named));

    /// <summary>The one who leads is no more meant than another.</summary>
    [Fact]
    public void Nothing_is_done_about_the_one_who_leads_because_nobody_said_who()
    {
        var two = ComplainantsTests.Defined().Then(new ComplainantJoined(Tue15Apr, "p2"));
        two.Then(new MadeConfidential(Tue15Apr, two.ComplainantId!));

        Refused(CannotGiveCode.NobodyChosen, CodeRenewal.Decide(two, null, Wed16Apr));
        Refused(CannotKeepConfidential.NobodyChosen, Confidentiality.Begin(two, null, Wed16Apr));
        Refused(CannotOpenIdentity.NobodyChosen, Confidentiality.Open(two, null, null, Wed16Apr));
        Refused(
            CannotEndConfidentiality.NobodyChosen,
            Confidentiality.End(two, null, Wed16Apr, "On the phone", Wed16Apr)
        );
        Refused(
            CannotCorrectContact.NobodyChosen,
            ContactCorrection.Decide(
                two,
                Meant.Among(two.Complainants, null),
                was: null,
                now: null,
                reason: null,
                _ => true,
                Wed16Apr
            )
        );
    }

    [Fact]
    public void The_only_one_there_is_need_not_be_named()
    {
        var one = ComplainantsTests.Defined();

        Assert.Null(CodeRenewal.Decide(one, null, Wed16Apr).Refusal);
        one.Then(Only<MadeConfidential, CannotKeepConfidential>(Confidentiality.Begin(one, null, Wed16Apr)));
        Assert.Null(Confidentiality.Open(one, null, null, Wed16Apr).Refusal);
        Assert.Null(Confidentiality.End(one, null, Wed16Apr, "On the phone", Wed16Apr).Refusal);
    }
}
