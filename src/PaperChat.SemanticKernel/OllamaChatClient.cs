using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models.Exceptions;
using PaperChat.Answering;
using PaperChat.Models.Remote;

namespace PaperChat.SemanticKernel;

/// <summary>A model of Ollama by its own protocol. What Ollama refuses is a <see cref="ModelException"/>. Owns the <see cref="HttpClient"/>.</summary>
internal sealed class OllamaChatClient(HttpClient http, ModelEndpoint endpoint) : DelegatingChatClient(new OllamaApiClient(http, endpoint.Model))
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken);
        }
        catch (OllamaException exception)
        {
            throw Refused(exception);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (OllamaException exception)
            {
                throw Refused(exception);
            }

            yield return updates.Current;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            http.Dispose();
        }
    }

    private ModelException Refused(OllamaException exception) => new("model-rejected",
        exception is ModelDoesNotSupportToolsException
            ? $"{endpoint} cannot call functions; ask without --deep, or set Chat:Model to a model that can."
            : $"{endpoint} does not take the request: {string.Concat(endpoint.Redact(exception.Message).Where(c => !char.IsControl(c)))}", isTransient: false);
}
