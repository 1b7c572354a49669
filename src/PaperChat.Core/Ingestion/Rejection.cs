namespace PaperChat.Ingestion;

/// <summary>A record that did not go in: where it stands and why, in words for the user.</summary>
public sealed record Rejection(string Location, long? Line, string Reason)
{
    public override string ToString() => Line is { } line ? $"{Location}:{line}: {Reason}" : $"{Location}: {Reason}";
}
