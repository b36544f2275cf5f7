using Redress.Core.Staff;

namespace Redress.Core.Tests.Staff;

public class OrganisationTests
{
    private static readonly DateOnly March = new(2026, 3, 31);
    private static readonly DateOnly April = new(2026, 4, 1);

    private static readonly Organisation House = new(
        [
            new("amira", "repairs", new(2020, 1, 1), March, Grade.Officer, "gwen"),
            new("amira", "repairs", April, null, Grade.Manager, "gwen"),
            new("ben", "repairs", new(2020, 1, 1)),
            new("gwen", "heads", new(2020, 1, 1), null, Grade.HeadOfService, "petra"),
            new("petra", "heads", new(2020, 1, 1), null, Grade.Director, "petra"),
            new("moira", "complaints", new(2020, 1, 1)),
        ],
        [
            new("repairs", "north", new(2020, 1, 1), March),
            new("repairs", "homes", April),
            new("complaints", "centre", new(2020, 1, 1)),
        ],
        [
            new("north", "North homes", ["repairs"]),
            new("homes", "Homes", ["repairs", "lettings"]),
            new("centre", "Centre", []),
        ]
    );

    [Fact]
    public void A_post_holds_on_its_first_day_and_on_its_last()
    {
        Assert.Equal(Grade.Officer, House.GradeOf("amira", March));
        Assert.Equal(Grade.Manager, House.GradeOf("amira", April));
        Assert.Null(House.GradeOf("amira", new(2019, 12, 31)));
        Assert.Null(House.GradeOf("ben", April));
        Assert.Null(House.GradeOf("nobody", April));
    }

    [Fact]
    public void A_team_that_moves_leaves_what_was_in_the_unit_it_was_in_then()
    {
        Assert.Equal("north", House.UnitOf("repairs", March)!.Id);
        Assert.Equal("homes", House.UnitOf("repairs", April)!.Id);
        Assert.Null(House.UnitOf("heads", April));
    }

    [Fact]
    public void A_manager_s_manager_manages_and_a_ring_of_them_ends()
    {
        Assert.True(House.Manages("gwen", "amira", April));
        Assert.True(House.Manages("petra", "amira", April));
        Assert.False(House.Manages("amira", "gwen", April));
        Assert.False(House.Manages("gwen", "ben", April));
    }

    [Fact]
    public void Who_serves_every_service_is_outside_each_and_a_stranger_to_none()
    {
        Assert.True(House.IsOutside("moira", "repairs", April));
        Assert.False(House.DeliversAnother("moira", "repairs", April));
        Assert.False(House.IsOutside("ben", "lettings", April));
        Assert.False(House.IsOutside("ben", "Lettings", April));
        Assert.False(House.DeliversAnother("ben", "REPAIRS", April));
        Assert.True(House.IsOutside("ben", "lettings", March));
        Assert.True(House.DeliversAnother("ben", "lettings", March));
        Assert.Null(House.IsOutside("gwen", "repairs", April));
        Assert.Null(House.IsOutside("moira", null, April));
    }
}
