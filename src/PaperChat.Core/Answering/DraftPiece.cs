using PaperChat.Evidence;

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
    public sealed record Sentence(string Value, IReadOnlyList<int> Keys, IReadOnlyList<DraftQuote> Quotes) : DraftPiece
    {
        /// <summary>Of a written sentence: what stands between it and the one before, a space or a line break with a list's mark.</summary>
        public string Before { get; init; } = "";

        /// <summary>Text that was passed on already and belongs to what comes after it.</summary>
        public string After { get; init; } = "";
    }

    /// <summary>The model used, once, when the writer knows it.</summary>
    public sealed record Model(ModelUse Use) : DraftPiece;

    /// <summary>What a writer that looks further is doing, for somebody who waits; only before its first text.</summary>
    public sealed record Progress(string Value) : DraftPiece;

    /// <summary>What a writer that looked further writes from, in place of what it was given; once, and only before its first text.</summary>
    public sealed record Gathered(EvidenceSet Evidence, DeepUse Use) : DraftPiece;

    /// <summary>The evidence does not answer the question, says the writer.</summary>
    public sealed record NoAnswer : DraftPiece;

    /// <summary>The writer had to stop before the end, for a reason such as <c>model-length</c>.</summary>
    public sealed record CutOff(string Reason) : DraftPiece;
}
