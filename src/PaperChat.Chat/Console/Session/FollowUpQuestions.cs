using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using Spectre.Console;

namespace PaperChat.Chat.Console.Session;

/// <summary>
/// What could be asked after an answer. A question is suggested only when the pipeline answers it from the paper it names, with a
/// sentence of the form asked for that was not quoted yet; so none leads to a refusal, and the same answer has the same suggestions.
/// </summary>
internal static partial class FollowUpQuestions
{
    private const int Wanted = 3;
    private const int CitedPapers = 2;
    private const int NearPapers = 5;
    private const int MaxLength = 65;

    // Each costs a search: an answer is not to wait long for its suggestions.
    private const int MaxTried = 6;

    private const string Label = "Ask next  ";

    private static readonly (string Question, Regex Stated)[] Forms =
    [
        ("How does {0} work?", MeansPattern()),
        ("What data sets is {0} tested on?", TestedPattern()),
        ("How well does {0} work?", FindingPattern()),
        ("Where is the code of {0}?", CodePattern()),
    ];

    public static async Task<IReadOnlyList<string>> AfterAsync(
        AnswerPipeline pipeline, Conversation conversation, Answer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var listed = conversation.Listed;
        if (listed.Count == 0)
        {
            return [];
        }

        var command = answer.Answered && listed.Count > 1 && !answer.Question.StartsWith("Compare ", StringComparison.Ordinal)
            ? $"/compare {listed[0].Number} {listed[1].Number}"
            : $"/similar {listed[0].Number}";
        List<string> next = [];
        var asked = conversation.Turns.Select(t => t.Question).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (question, paper, stated) in Candidates(listed, answer).Where(c => !asked.Contains(c.Question)).Take(MaxTried))
        {
            if (next.Count < Wanted - 1 && await IsAnsweredAsync(pipeline, conversation, question, paper, stated, cancellationToken))
            {
                next.Add(question);
            }
        }

        return [.. next, command];
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<string> next)
    {
        for (var i = 0; i < next.Count; i++)
        {
            console.Write(new Spectre.Console.Text(i == 0 ? Label : new string(' ', Label.Length), Palette.Note));
            new FlowWriter(console, Label.Length).Continue(Label.Length).Write(next[i] + Explained(next[i]), Palette.Note).EndLine();
        }
    }

    private static string Explained(string line) =>
        line.StartsWith("/compare", StringComparison.Ordinal) ? "  (both side by side)"
        : line.StartsWith("/similar", StringComparison.Ordinal) ? "  (papers like it)"
        : "";

    // Form by form, so that two papers share the suggestions; then what stands nearest to them.
    private static IEnumerable<(string Question, ListedPaper Paper, Regex Stated)> Candidates(IReadOnlyList<ListedPaper> listed, Answer answer) =>
        Ask(Forms, listed.Take(answer.Answered ? CitedPapers : 1)).Concat(Ask([("What is {0}?", AnythingPattern())], Near(listed, answer)));

    private static IEnumerable<ListedPaper> Near(IReadOnlyList<ListedPaper> listed, Answer answer) => answer.Retrieved
        .Take(NearPapers).Where(r => !answer.Answered || listed.All(l => l.Paper.Id != r.Paper.Id)).Select(r => new ListedPaper(r.Rank, r.Paper, []));

    private static IEnumerable<(string Question, ListedPaper Paper, Regex Stated)> Ask((string Question, Regex Stated)[] forms, IEnumerable<ListedPaper> papers) =>
        from form in forms
        from paper in papers
        let name = MethodName.Of(paper.Paper)
        where name is not null && form.Stated.IsMatch(paper.Paper.Abstract)
        let question = form.Question.Replace("{0}", name, StringComparison.Ordinal)
        where question.Length <= MaxLength
        select (question, paper, form.Stated);

    private static async Task<bool> IsAnsweredAsync(
        AnswerPipeline pipeline, Conversation conversation, string question, ListedPaper paper, Regex stated, CancellationToken cancellationToken)
    {
        var asked = new Question { Text = question, History = conversation.History, Filters = conversation.Filters };
        var evidence = await pipeline.CollectAsync(asked, cancellationToken);
        return evidence.Refusal is null && evidence.Items[0].Paper.Paper.Paper.Id == paper.Paper.Id
            && evidence.Items[0].Sentences.Any(s => stated.IsMatch(s.Display)
                && !paper.Quotes.Any(q => q.Field == s.Field && q.Start == s.Span.Start));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"\b(by|via|through)\s+\w+ing\b|\b(consists?\s+of|works\s+by|we\s+(use|employ|introduce|design|adopt|leverage|combine))\b", Options)]
    private static partial Regex MeansPattern();

    [GeneratedRegex(@"\b(experiment\w*|evaluat\w+|test(s|ed)|results?|achiev\w+|outperform\w*|performance)\b.*\b(data\s?-?sets?|benchmarks|corpora)\b|\b(data\s?-?sets?|benchmarks|corpora)\b.*\b(evaluat\w+|tested|show\w*|demonstrat\w+|confirm\w*)\b", Options)]
    private static partial Regex TestedPattern();

    [GeneratedRegex(@"\d\s*(\\?%|x\b|×|times|points?)|\b(outperform\w*|surpass\w*|achiev(es|ed|ing)|state-of-the-art)\b|\b(significantly|substantially)\s+(improv|reduc|increas)\w*", Options)]
    private static partial Regex FindingPattern();

    [GeneratedRegex(@"\p{L}", Options)]
    private static partial Regex AnythingPattern();

    [GeneratedRegex(@"https?://|\b(code|implementation)\b[^.]{0,40}\b(available|released?|open-?sourced?)\b", Options)]
    private static partial Regex CodePattern();
}
