using Redress.Core.Staff;

namespace Redress.Core.Tests.Staff;

public class TimeAwayTests
{
    private static readonly DateOnly Mon14Apr = new(2025, 4, 14);
    private static readonly DateOnly Wed16Apr = new(2025, 4, 16);
    private static readonly DateOnly Thu17Apr = new(2025, 4, 17);
    private static readonly DateOnly Fri18Apr = new(2025, 4, 18);
    private static readonly DateOnly Mon21Apr = new(2025, 4, 21);

    private static TimeAway Every(DateOnly from, DateOnly? until, string? cover = null) => new(from, until, [], cover);

    private static TimeAway On(DayOfWeek[] days, DateOnly? until = null, string? cover = null) =>
        new(Mon14Apr, until, days, cover);

    [Fact]
    public void Somebody_is_away_from_the_first_day_to_the_last_both_included()
    {
        TimeAway[] times = [Every(Wed16Apr, Thu17Apr, "ben")];

        Assert.Null(Away.On(times, Wed16Apr.AddDays(-1)));
        Assert.Equal(new Away(Wed16Apr, Thu17Apr, "ben"), Away.On(times, Wed16Apr));
        Assert.Equal(new Away(Thu17Apr, Thu17Apr, "ben"), Away.On(times, Thu17Apr));
        Assert.Null(Away.On(times, Fri18Apr));
    }

    [Fact]
    public void Where_nobody_knows_the_last_day_it_goes_on() =>
        Assert.Equal(new Away(Mon21Apr, Until: null, Cover: null), Away.On([Every(Wed16Apr, until: null)], Mon21Apr));

    [Fact]
    public void A_job_share_is_away_on_its_days_of_the_week_only()
    {
        TimeAway[] times = [On([DayOfWeek.Thursday, DayOfWeek.Friday], cover: "ben")];

        Assert.Null(Away.On(times, Wed16Apr));
        Assert.Equal(new Away(Thu17Apr, Fri18Apr, "ben"), Away.On(times, Thu17Apr));
        Assert.Null(Away.On(times, Mon21Apr));
        Assert.NotNull(Away.On(times, Thu17Apr.AddDays(700)));
    }

    [Fact]
    public void Days_away_that_follow_on_each_other_are_one_time_whose_end_is_the_last_of_them()
    {
        TimeAway[] times =
        [
            On([DayOfWeek.Thursday, DayOfWeek.Friday], cover: "zed"),
            Every(Mon14Apr, Wed16Apr),
            Every(Thu17Apr, Thu17Apr, "ben"),
        ];

        Assert.Equal(new Away(Mon14Apr, Fri18Apr, Cover: null), Away.On(times, Mon14Apr));
        Assert.Equal("ben", Away.On(times, Thu17Apr)!.Cover);
        Assert.Equal("zed", Away.On(times, Fri18Apr)!.Cover);
        Assert.Null(Away.On([.. times, Every(Fri18Apr, until: null)], Mon14Apr)!.Until);
    }

    [Fact]
    public void Every_day_of_the_week_for_ever_has_no_last_day()
    {
        Assert.Null(Away.On([On(Enum.GetValues<DayOfWeek>())], Mon14Apr)!.Until);
        Assert.Null(Away.On([Every(Mon14Apr, DateOnly.MaxValue)], Mon14Apr)!.Until);
    }

    [Fact]
    public void Between_two_days_the_first_day_away_counts()
    {
        TimeAway[] times = [Every(Thu17Apr, Mon21Apr, "ben")];

        Assert.Equal(new Away(Thu17Apr, Mon21Apr, "ben"), Away.Between(times, Mon14Apr, Thu17Apr));
        Assert.Equal(new Away(Fri18Apr, Mon21Apr, "ben"), Away.Between(times, Fri18Apr, Mon21Apr));
        Assert.Null(Away.Between(times, Mon14Apr, Wed16Apr));
    }

    [Fact]
    public void Whoever_is_back_was_away_until_the_day_before()
    {
        Assert.Equal(Wed16Apr, Every(Mon14Apr, Mon21Apr).EndedBy(Thu17Apr)!.Until);
        Assert.Equal(Wed16Apr, Every(Mon14Apr, until: null).EndedBy(Thu17Apr)!.Until);
        Assert.Equal(Wed16Apr, Every(Mon14Apr, Wed16Apr).EndedBy(Mon21Apr)!.Until);
        Assert.Null(Every(Thu17Apr, Mon21Apr).EndedBy(Thu17Apr));
    }

    [Fact]
    public void What_cannot_be_is_not_marked()
    {
        Assert.Equal(CannotMarkAway.EndsBeforeItBegins, Decide(Every(Thu17Apr, Wed16Apr)));
        Assert.Equal(CannotMarkAway.OverAlready, Decide(Every(Mon14Apr, Mon14Apr), today: Wed16Apr));
        Assert.Equal(CannotMarkAway.NoSuchDay, Decide(On([DayOfWeek.Thursday], until: Wed16Apr)));
        Assert.Equal(CannotMarkAway.CoversThemselves, Decide(Every(Mon14Apr, until: null, "amira")));
    }

    [Fact]
    public void What_can_be_is()
    {
        Assert.Null(Decide(Every(Mon14Apr, Mon14Apr, "ben")));
        Assert.Null(Decide(Every(Mon14Apr, Wed16Apr), today: Wed16Apr));
        Assert.Null(Decide(On([DayOfWeek.Thursday], until: Thu17Apr)));
        Assert.Null(Decide(On([DayOfWeek.Sunday])));
    }

    [Fact]
    public void The_same_times_are_the_same_whoever_covers_and_in_whatever_order()
    {
        var time = On([DayOfWeek.Thursday, DayOfWeek.Friday], Mon21Apr, "ben");

        Assert.True(time.IsAt(On([DayOfWeek.Friday, DayOfWeek.Thursday], Mon21Apr, "zed")));
        Assert.False(time.IsAt(On([DayOfWeek.Friday], Mon21Apr)));
        Assert.False(time.IsAt(On([DayOfWeek.Friday, DayOfWeek.Thursday])));
        Assert.False(time.IsAt(time with { From = Wed16Apr }));
    }

    private static CannotMarkAway? Decide(TimeAway time, DateOnly? today = null) =>
        MarkingAway.Decide("amira", time, today ?? Mon14Apr);
}
