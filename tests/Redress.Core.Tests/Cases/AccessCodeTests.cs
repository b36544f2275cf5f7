using Redress.Core.Cases;

namespace Redress.Core.Tests.Cases;

public sealed class AccessCodeTests
{
    [Fact]
    public void Sixty_bits_make_twelve_characters_in_three_groups()
    {
        Assert.Equal("0000-0000-0000", AccessCode.Of(new byte[AccessCode.Bytes]));
        Assert.Equal("ZZZZ-ZZZZ-ZZZZ", AccessCode.Of([255, 255, 255, 255, 255, 255, 255, 255]));
        Assert.Equal("0000-0000-0001", AccessCode.Of([0, 0, 0, 0, 0, 0, 0, 0x10]));
    }

    [Theory]
    [InlineData("7k3f 92qx m4td")]
    [InlineData("7K3F92QXM4TD")]
    [InlineData(" 7K3F-92QX-M4TD ")]
    public void It_is_read_however_it_is_typed(string typed) => Assert.Equal("7K3F-92QX-M4TD", AccessCode.Read(typed));

    [Theory]
    [InlineData("oOiI-lL01-0011", "0011-1101-0011")]
    public void What_looks_alike_is_alike(string typed, string read) => Assert.Equal(read, AccessCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7K3F-92QX-M4T")]
    [InlineData("7K3F-92QX-M4TD1")]
    [InlineData("7K3F-92QX-M4TU")]
    [InlineData("7K3F-92QX-M4T\u0664")]
    public void Anything_else_is_none(string? typed) => Assert.Null(AccessCode.Read(typed));

    [Fact]
    public void It_is_made_of_just_so_many_bytes() =>
        Assert.Throws<ArgumentException>(() => AccessCode.Of(new byte[AccessCode.Bytes + 1]));
}
