using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperChat.Core.Tests.Review;

/// <summary>A chat model that answers by a function of the prompt's last message, name of the prompt first: "label", "outline" or "section".</summary>
internal sealed class ScriptedReviewModel(Func<string, string, string> answer) : IChatClient
{
    private int _calls;

    public int Calls => _calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer(messages))) { ModelId = "scripted" });
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in Answer(messages).Chunk(7))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece)) { ModelId = "scripted" };
            await Task.Yield();
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private string Answer(IEnumerable<ChatMessage> messages)
    {
        Interlocked.Increment(ref _calls);
        ChatMessage[] sent = [.. messages];
        var prompt = sent[0].Text.Contains("one section of a literature review", StringComparison.Ordinal) ? "section"
            : sent[0].Text.StartsWith("You plan", StringComparison.Ordinal) ? "outline" : "label";
        return answer(prompt, sent[^1].Text);
    }
}
