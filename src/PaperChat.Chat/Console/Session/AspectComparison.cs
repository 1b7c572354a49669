using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Evidence;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;

namespace PaperChat.Chat.Console.Session;

/// <summary>Papers compared in one respect: the question that the pipeline understands, and what to warn of before its answer.</summary>
internal sealed record AspectComparison(Question Question, string? Warning)
{
    /// <summary>Where there is no such question.</summary>
    public const string Silent = "These papers cannot be set side by side: not each of their abstracts says enough. /show N shows an abstract.";

    // Of what the words of the aspect are worth.
    private const double HeldShare = 0.5;

    /// <summary>The first wording for which every paper has something to say; null where none has.</summary>
    public static async Task<AspectComparison?> FindAsync(AnswerPipeline pipeline, ComparedPapers compared, CancellationToken cancellationToken)
    {
        foreach (var wording in ComparisonQuestion.Wordings(compared.Papers, compared.Aspect))
        {
            var question = Of(compared.Papers, wording);
            var evidence = await pipeline.CollectAsync(question, cancellationToken);
            if (evidence.Refusal is null && compared.Papers.All(p => evidence.Items.Any(i => i.Paper.Paper.Paper.Id == p.Id)))
            {
                return new AspectComparison(question, compared.Aspect is { } aspect ? WarningOf(evidence, aspect) : null);
            }
        }

        return null;
    }

    // The papers were picked by hand: no filter of the conversation hides one, and no turn before changes what is asked.
    private static Question Of(IReadOnlyList<Paper> papers, string wording) => new()
    {
        Text = QuestionText.Check(wording),
        Filters = SearchFilters.None with { Papers = [.. papers.Select(p => p.Id)] },
    };

    private static string? WarningOf(EvidenceSet evidence, string aspect)
    {
        var silent = evidence.Items.Where(i => !SpeaksOf(i, evidence, aspect)).Select(i => PaperLines.Key(i.Key)).ToArray();
        var whose = silent.Length == evidence.Items.Count ? "These abstracts do" : $"The abstract of {string.Join(" and ", silent)} does";
        return silent.Length == 0 ? null : $"{whose} not speak of \"{TerminalText.Line(aspect)}\"; this is what comes nearest.";
    }

    // Titles make a comparison sure of its papers, whatever the aspect: that is looked for in the chosen sentences by itself.
    private static bool SpeaksOf(EvidenceItem item, EvidenceSet evidence, string aspect)
    {
        var asked = QuestionReader.Terms(aspect).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var said = item.Sentences.SelectMany(s => s.Tokens).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var terms = evidence.Ranking.Terms.Terms.Where(t => asked.Contains(t.Source.Term)).ToArray();
        return terms.Where(t => t.Forms.Any(f => said.Contains(f.Term))).Sum(t => t.Worth) >= HeldShare * terms.Sum(t => t.Worth);
    }
}
