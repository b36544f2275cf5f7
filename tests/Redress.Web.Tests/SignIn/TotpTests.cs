using System.Text;
using Redress.Web.Security;

namespace Redress.Web.Tests.SignIn;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The last six digits of those in appendix B of RFC 6238.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_is_good_half_a_minute_early_and_late(int steps, bool good)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);
        var code = Totp.Code(Secret, Totp.StepAt(now) + steps);

        Assert.Equal(good ? Totp.StepAt(now) + steps : null, Totp.StepOf(Secret, $" {code[..3]} {code[3..]}", now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("\u0662\u0668\u0667\u0660\u0668\u0662")]
    public void What_is_no_code_is_of_no_half_minute(string typed) =>
        Assert.Null(Totp.StepOf(Secret, typed, DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public void A_secret_is_written_as_apps_read_it() =>
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Base32(Secret));
}
