using PaperChat.Library;

namespace PaperChat.Answering;

/// <summary>What a user asks: the text as typed, the user's earlier turns (oldest first), and filters set beside the text.</summary>
public sealed record Question
{
    public required string Text { get; init; }

    /// <summary>The user's turns before this one, oldest first; answers are not part of it.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>Joined with the filters in the text; where both set one, the text wins.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>The most papers an answer cites; null leaves it to the kind of question.</summary>
    public int? MaxPapers { get; init; }

    /// <summary>The day that "this week" and "since last year" count from; null means today.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Answers in the papers' own sentences, whether a model is there or not.</summary>
    public bool Extractive { get; init; }

    /// <summary>Looks further with a model: searches that it proposes, candidates that it scores. Without a model it changes nothing.</summary>
    public bool Deep { get; init; }

    /// <summary>Keeps sentences that no source supports, marked, instead of taking them out.</summary>
    public bool ShowUnsupported { get; init; }
}
