namespace PaperChat.Chat.Json;

/// <summary>A day (<c>2025-07-28</c>, or <c>--07-28</c> where the year is not known) and how many papers it lists.</summary>
internal sealed record DayCountShape(string Day, long Papers);
