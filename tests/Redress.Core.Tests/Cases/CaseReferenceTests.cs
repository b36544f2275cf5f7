using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

public class CaseReferenceTests
{
    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 0 }, "0000-0000")]
    [InlineData(new byte[] { 255, 255, 255, 255, 255 }, "ZZZZ-ZZZZ")]
    [InlineData(new byte[] { 0, 0, 0, 0, 1 }, "0000-0001")]
    [InlineData(new byte[] { 8, 0, 0, 0, 0 }, "1000-0000")]
    public void Forty_random_bits_make_a_reference(byte[] random, string reference) =>
        Assert.Equal(reference, CaseReference.Of(random));

    [Theory]
    [InlineData("7K3F-92QX", "7K3F-92QX")]
    [InlineData(" 7k3f 92qx ", "7K3F-92QX")]
    [InlineData("7k3f92qx", "7K3F-92QX")]
    [InlineData("oil0-0000", "0110-0000")]
    [InlineData("7K3F-92Q", null)]
    [InlineData("7K3F-92QXX", null)]
    [InlineData("7K3F-92QU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_reference_is_understood_as_it_may_be_typed(string? typed, string? meant) =>
        Assert.Equal(meant, CaseReference.Read(typed));

    [Theory]
    [InlineData("BCDF-GHJK", true)]
    [InlineData("C/2019/14", true)]
    [InlineData("boiler", false)]
    [InlineData("extractor fan", false)]
    public void A_word_that_can_be_no_reference_is_not_looked_up_as_one(string typed, bool may) =>
        Assert.Equal(may, CaseReference.MayBe(typed));

    [Fact]
    public void Every_reference_is_read_back_as_itself()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            byte[] random = [.. BitConverter.GetBytes((uint)seed * 2654435761u), (byte)seed];
            var reference = CaseReference.Of(random);
            Assert.Equal(reference, CaseReference.Read(reference.ToLowerInvariant()));
        }
    }
}
