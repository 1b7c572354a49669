namespace PaperChat.Answering;

/// <summary>What a writer produces, in order.</summary>
public abstract record DraftPiece
{
    /// <summary>Display text as it comes, keys included; pending until its sentence is finished.</summary>
    public sealed record Text(string Value) : DraftPiece;

    /// <summary>
    /// The sentence that the text since the last one makes: without keys, and the passages that it stands on, by key. A quoted
    /// sentence names its passage; a written one leaves finding it to the verifier.
    /// </summary>
    public sealed record Sentence(string Value, IReadOnlyList<int> Keys, IReadOnlyList<DraftQuote> Quotes) : DraftPiece;

    /// <summary>The model used, once, when the writer knows it.</summary>
    public sealed record Model(ModelUse Use) : DraftPiece;
}
