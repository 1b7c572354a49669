using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>What <c>GET /api/days</c> gives: the days on which papers were listed, latest first.</summary>
internal sealed record DaysShape(IReadOnlyList<DayCountShape> Days)
{
    public static DaysShape Of(IReadOnlyList<ListedDay> days) => new([.. days.Select(d => new DayCountShape(d.Day.ToString(), d.Papers))]);
}
