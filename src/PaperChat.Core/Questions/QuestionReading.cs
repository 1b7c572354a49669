using PaperChat.Library;

namespace PaperChat.Questions;

/// <summary>A question as understood, before the library is asked.</summary>
public sealed record QuestionReading
{
    /// <summary>The question without filters and dates.</summary>
    public required string Text { get; init; }

    public required QuestionKind Kind { get; init; }

    public required IReadOnlyList<QuestionTerm> Terms { get; init; }

    /// <summary>Parts that each ask about something of their own ("X do, and ... in Y"); one part, the whole, when it is simple.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Stems of the words that follow "how many" or "how much": what is counted.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>The analysed term right after "which", "what" or "how many": the kind of thing that is asked for; null when none is named.</summary>
    public string? Asked { get; init; }

    /// <summary>What form the asked thing has in a text.</summary>
    public AnswerForm Form { get; init; }

    /// <summary>True when it leans on the turn before: "and on LVBench?", "which of them is cheaper?".</summary>
    public bool LeansOnHistory { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public IReadOnlyList<string> Phrases { get; init; } = [];

    public IReadOnlyList<string> Excluded { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];
}
