using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PaperChat.Prompts;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>Has a chat model write the answer from the evidence, and passes its text on as it comes.</summary>
public sealed class ModelAnswerWriter(IChatClient client, PromptSet prompts, ModelAnswerOptions options) : IAnswerWriter
{
    // What the estimate of tokens may be wrong by.
    private const double Margin = 0.9;
    private const int HistoryShare = 4;
    private const int MaxTurns = 12;

    private readonly PromptTemplate _prompt = prompts[PromptNames.Answer];

    public AnswerMode Mode => AnswerMode.Model;

    public async IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var spent = new ModelSpend(ModelDraft.NameOf(client), _prompt.Hash);
        yield return new DraftPiece.Model(spent.Use);
        await foreach (var piece in new ModelDraft(client, _prompt, spent).ReadAsync(Messages(task), cancellationToken))
        {
            yield return piece;
        }
    }

    // Evidence gives way first, then the oldest turns.
    private IReadOnlyList<ChatMessage> Messages(AnswerTask task)
    {
        var room = (int)(options.ContextTokens * Margin) - (_prompt.MaxTokens ?? 0)
            - TokenEstimate.Of(string.Concat(_prompt.Render(Values(task.Question.Text, "", "", "")).Select(m => m.Text)));
        var turns = History(task.Question, room / HistoryShare);
        var evidence = FencedEvidence.Fit(task.Evidence.Items, Math.Max(room - TokenEstimate.Of(turns), room / HistoryShare));
        return _prompt.Render(Values(task.Question.Text, turns, evidence.Text, evidence.Fence));
    }

    private static Dictionary<string, string> Values(string question, string history, string evidence, string fence) => new(StringComparer.Ordinal)
    {
        ["question"] = TextCleaner.Clean(question).Text,
        ["history"] = history,
        ["evidence"] = evidence,
        ["fence"] = fence,
    };

    private static string History(Question question, int tokens)
    {
        var turns = question.History.TakeLast(MaxTurns).Select(t => TextCleaner.Clean(t).Text.ReplaceLineEndings(" ")).ToList();
        while (turns.Count > 0 && turns.Sum(t => TokenEstimate.Of(t)) > tokens)
        {
            turns.RemoveAt(0);
        }

        return string.Join('\n', turns);
    }
}
