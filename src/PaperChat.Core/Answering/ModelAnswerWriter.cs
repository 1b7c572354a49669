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
        var model = client.GetService(typeof(ChatClientMetadata)) is ChatClientMetadata { DefaultModelId: { } name } ? name : "model";
        yield return new DraftPiece.Model(new ModelUse(model, null, null, _prompt.Hash));
        var reader = new DraftSentences();
        var spent = new ModelSpend(model, _prompt.Hash);
        ModelException? failure = null;
        ChatFinishReason? finish = null;
        await using var updates = client.GetStreamingResponseAsync(Messages(task), _prompt.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (failure is null && !reader.IsDeclined)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    break;
                }
            }
            catch (ModelException exception)
            {
                failure = exception;
                continue;
            }

            spent.Take(updates.Current);
            finish = updates.Current.FinishReason ?? finish;
            foreach (var piece in reader.Add(updates.Current.Text))
            {
                yield return piece;
            }
        }

        // Of an answer that breaks off, whole sentences count; the rest is nobody's statement.
        var isWhole = failure is null && finish != ChatFinishReason.Length && finish != ChatFinishReason.ContentFilter;
        foreach (var piece in reader.End(isWhole))
        {
            yield return piece;
        }

        yield return new DraftPiece.Model(spent.Use);
        if (failure is not null)
        {
            throw failure;
        }

        if (!isWhole)
        {
            yield return new DraftPiece.CutOff(finish == ChatFinishReason.Length ? "model-length" : "model-content-filter");
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
