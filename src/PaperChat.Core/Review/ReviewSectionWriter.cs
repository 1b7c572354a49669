using System.Globalization;
using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Evidence;
using PaperChat.Papers;
using PaperChat.Prompts;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>Has a chat model write one section of a review from fenced evidence, and checks each sentence like one of an answer.</summary>
internal sealed class ReviewSectionWriter(IChatClient client, PromptTemplate prompt, ModelAnswerOptions options, ModelSpend spent)
{
    // What the estimate of tokens may be wrong by.
    private const double Margin = 0.9;
    private const int LeastWords = 120;
    private const int MostWords = 450;
    private const int WordsAPaper = 45;

    /// <summary>The section; what was written before a failure or cancellation stays, as far as it holds.</summary>
    /// <param name="topic">The topic of the review.</param>
    /// <param name="theme">The section's papers and heading.</param>
    /// <param name="covers">What the section is to cover; empty when nobody said.</param>
    /// <param name="keepsUnsupported">Leaves sentences that do not hold in their places.</param>
    /// <param name="cancellationToken">Stops the writing; it is not thrown.</param>
    public async Task<WrittenSection> WriteAsync(string topic, ReviewTheme theme, string covers, bool keepsUnsupported, CancellationToken cancellationToken)
    {
        EvidenceItem[] items = [.. theme.Papers.Select((p, i) => new EvidenceItem(i + 1, Ranked(p), []))];
        var evidence = FencedEvidence.Fit(items, Room(topic, theme, covers));
        var verifier = new AnswerVerifier(evidence.Items);
        var (paragraphs, dropped) = (new List<List<AnswerSentence>>(), new List<AnswerSentence>());
        var isBreak = true;
        var cut = await ReadAsync(
            prompt.Render(Values(topic, theme, covers, evidence.Text, evidence.Fence)),
            draft =>
            {
                isBreak |= draft.Before.Contains('\n', StringComparison.Ordinal);
                var sentence = Settle(verifier.Check(draft), items);
                if (sentence.Verdict == SentenceVerdict.Unsupported && !keepsUnsupported)
                {
                    dropped.Add(sentence with { Dropped = true });
                    return;
                }

                if (isBreak)
                {
                    paragraphs.Add([]);
                }

                paragraphs[^1].Add(sentence);
                isBreak = false;
            },
            cancellationToken);
        return new WrittenSection(items.ToDictionary(i => i.Key, i => i.Paper.Paper.Paper.Id), paragraphs, dropped, cut);
    }

    private async Task<AnswerFallback?> ReadAsync(IReadOnlyList<ChatMessage> messages, Action<DraftPiece.Sentence> take, CancellationToken cancellationToken)
    {
        AnswerFallback? cut = null;
        try
        {
            await foreach (var piece in new ModelDraft(client, prompt, spent).ReadAsync(messages, cancellationToken))
            {
                if (piece is DraftPiece.Sentence sentence)
                {
                    take(sentence);
                }
                else if (piece is DraftPiece.CutOff end)
                {
                    cut = new AnswerFallback(end.Reason, end.Reason == "model-length" ? "The model's text was longer than it may be." : "The model's service broke its text off.");
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            cut = ModelReview.Stopped;
        }
        catch (ModelException exception)
        {
            cut = new AnswerFallback(exception.Code, exception.Message);
        }

        return cut;
    }

    // What stands in the draft must hold for whoever reads the draft again.
    private static AnswerSentence Settle(AnswerSentence sentence, EvidenceItem[] items)
    {
        if (sentence.Verdict == SentenceVerdict.Unsupported)
        {
            return sentence;
        }

        var papers = sentence.Citations.ToDictionary(k => FormattableString.Invariant($"k{k}"), k => (Paper?)items[k - 1].Paper.Paper.Paper, StringComparer.Ordinal);
        var cites = $" [{string.Join("; ", papers.Keys.Select(k => "@" + k))}]";
        var result = DraftChecker.Check(ReviewText.Sentence(sentence.Text, sentence.Verdict, cites, ReviewMarkdown.Escape), papers);
        return result.Holds && result.Sentences > 0 ? sentence : sentence with { Verdict = SentenceVerdict.Unsupported, Quotes = [] };
    }

    private int Room(string topic, ReviewTheme theme, string covers) => Math.Max(
        (int)(options.ContextTokens * Margin) - (prompt.MaxTokens ?? 0) - TokenEstimate.Of(string.Concat(prompt.Render(Values(topic, theme, covers, "", "")).Select(m => m.Text))),
        options.ContextTokens / 4);

    private static Dictionary<string, string> Values(string topic, ReviewTheme theme, string covers, string evidence, string fence) => new(StringComparer.Ordinal)
    {
        ["topic"] = Line(topic),
        ["section"] = Line(theme.Title) + (covers.Length > 0 ? $" ({Line(covers)})" : ""),
        ["words"] = Math.Clamp(WordsAPaper * theme.Papers.Count, LeastWords, MostWords).ToString(CultureInfo.InvariantCulture),
        ["evidence"] = evidence,
        ["fence"] = fence,
    };

    private static RankedPaper Ranked(Paper paper) => new()
    {
        Paper = AnalyzedPaper.Of(paper),
        Score = 0,
        Coverage = 0,
        Named = 0,
        SentenceScoring = new Lazy<IReadOnlyList<double>>([]),
        NeighbourShare = new(0.0),
        Covered = [],
    };

    private static string Line(string text) => TextCleaner.Clean(text).Text.ReplaceLineEndings(" ");
}
