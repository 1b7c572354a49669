using Microsoft.Extensions.AI;
using PaperChat.Papers;
using PaperChat.Prompts;
using PaperChat.Questions;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>Has a model make a follow-up stand by itself. What it gives is used only when it is plainly a question made of the conversation.</summary>
internal sealed class QuestionRewriter(IChatClient client, PromptSet prompts)
{
    private const int MaxTurns = 6;
    private const int MaxLength = 400;
    private const int HistoryTokens = 1_000;

    // Words that neither the conversation nor the papers hold.
    private const double MostForeign = 0.34;

    private readonly PromptTemplate _prompt = prompts[PromptNames.RewriteQuestion];

    /// <summary>Whether a question may lean on the turns before; one that names what it is about does not.</summary>
    public static bool IsNeeded(Question question, QuestionReading reading) =>
        question.History.Count > 0 && (reading.LeansOnHistory || !reading.Terms.Any(t => t.IsName));

    /// <summary>The question as it stands by itself; null to go on by rules: the model failed, or did not change or did not understand it.</summary>
    public async Task<string?> RewriteAsync(Question question, IReadOnlyList<Paper> focus, ModelSpend spend, CancellationToken cancellationToken)
    {
        var turns = question.History.TakeLast(MaxTurns).Select(Line).ToList();
        while (turns.Count > 1 && turns.Sum(t => TokenEstimate.Of(t)) > HistoryTokens)
        {
            turns.RemoveAt(0);
        }

        string[] titles = [.. focus.Select(p => Line(p.Title))];
        var messages = _prompt.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = Line(question.Text),
            ["history"] = string.Join('\n', turns),
            ["titles"] = string.Join('\n', titles),
        });
        try
        {
            var response = await client.GetResponseAsync(messages, _prompt.Options, cancellationToken);
            spend.Take(response.Usage, response.ModelId);
            return Accept(response.Text, question.Text, [.. turns, .. titles]);
        }
        catch (ModelException)
        {
            return null;
        }
    }

    internal static string? Accept(string answer, string question, IReadOnlyList<string> conversation)
    {
        var text = TextCleaner.Clean(answer).Text.Trim().Trim('"', '“', '”').Trim();
        if (text.Length is 0 or > MaxLength || text.Contains('\n', StringComparison.Ordinal) || text.Contains('[', StringComparison.Ordinal)
            || text.Equals(question.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var own = Terms(question);
        var known = conversation.SelectMany(Terms).Concat(own).ToHashSet(StringComparer.Ordinal);
        var made = Terms(text);
        return made.Count > 0 && own.All(made.Contains) && made.Count(t => !known.Contains(t)) <= MostForeign * made.Count ? text : null;
    }

    private static HashSet<string> Terms(string text) =>
        QuestionReader.Terms(text).Where(t => t.Weight >= 1).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);

    private static string Line(string text) => TextCleaner.Clean(text).Text.ReplaceLineEndings(" ");
}
