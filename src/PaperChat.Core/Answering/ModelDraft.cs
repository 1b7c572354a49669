using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PaperChat.Prompts;

namespace PaperChat.Answering;

/// <summary>One text that a chat model writes, as sentences with the keys they cite, while it streams.</summary>
internal sealed class ModelDraft(IChatClient client, PromptTemplate prompt, ModelSpend spent)
{
    /// <summary>
    /// The pieces of the text. A <see cref="ModelException"/> comes after the sentences that were whole before it; a model that stops
    /// early for its own reasons ends with <see cref="DraftPiece.CutOff"/>.
    /// </summary>
    public async IAsyncEnumerable<DraftPiece> ReadAsync(IReadOnlyList<ChatMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new DraftSentences();
        ModelException? failure = null;
        ChatFinishReason? finish = null;
        await using var updates = client.GetStreamingResponseAsync(messages, prompt.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
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

        // Of a text that breaks off, whole sentences count; the rest is nobody's statement.
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

    /// <summary>What the client calls its model before it has answered.</summary>
    public static string NameOf(IChatClient client) =>
        client.GetService(typeof(ChatClientMetadata)) is ChatClientMetadata { DefaultModelId: { } name } ? name : "model";
}
