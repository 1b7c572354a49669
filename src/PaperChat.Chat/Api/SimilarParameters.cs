namespace PaperChat.Chat.Api;

/// <summary>The parameters of <c>GET /api/similar/{id}</c>.</summary>
internal sealed record SimilarParameters(string Id, string? Year, string? Venue, string? Author, string? Cat, int? Limit, bool? Abstracts);
