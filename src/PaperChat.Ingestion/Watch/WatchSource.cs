namespace PaperChat.Ingestion.Watch;

/// <summary>A source that is read again and again; its name is how the watch remembers it.</summary>
/// <param name="Name">From the configuration.</param>
/// <param name="Description">As the record of its runs names it.</param>
/// <param name="Schedule">When it is read.</param>
/// <param name="Open">Opens it.</param>
internal sealed record WatchSource(string Name, string Description, Schedule Schedule, OpenSource Open);
