namespace PaperChat.Chat.Api;

/// <summary>The parameters of <c>GET /api/search</c>.</summary>
internal sealed record SearchParameters(
    string? Q, string? Year, string? Venue, string? Author, string? Cat, int? Limit, string? Mode, bool? Explain, bool? Abstracts, DateOnly? AsOf);
