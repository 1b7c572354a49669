namespace PaperChat.Evaluation;

/// <summary>An answerable question asked of the library without its gold papers; refusing it is right.</summary>
public sealed record HeldOutRow
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required bool Refused { get; init; }

    public string? Reason { get; init; }

    public required double Confidence { get; init; }

    public required string Answer { get; init; }
}
