namespace PaperChat.Ingestion.Watch;

/// <summary>Opens a source for one reading.</summary>
/// <param name="since">When the last reading that came to its end began; null before the first one.</param>
/// <param name="first">When the first reading began, whether it came to its end or not.</param>
/// <param name="cancellationToken">Stops the opening.</param>
internal delegate Task<IReadOnlyList<IPaperSource>> OpenSource(DateTimeOffset? since, DateTimeOffset first, CancellationToken cancellationToken);
