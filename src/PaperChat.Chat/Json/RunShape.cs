using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>An ingestion run; without <c>finished</c> it was interrupted.</summary>
internal sealed record RunShape(
    Guid Id, string Input, DateTimeOffset Started, DateTimeOffset? Finished, long Added, long Changed, long Unchanged, long Rejected)
{
    public static RunShape Of(IngestionRun run) =>
        new(run.Id, run.Input, run.Started, run.Finished, run.Added, run.Changed, run.Unchanged, run.Rejected);
}
