namespace PaperChat.Chat.Json;

/// <summary>What <c>GET /api/days/{day}</c> gives: the day's papers with their abstracts, in the order of ids, and the days beside it.</summary>
internal sealed record DayShape(string Day, long Total, IReadOnlyList<PaperShape> Papers, string? Earlier, string? Later);
