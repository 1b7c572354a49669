using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace PaperChat.Benchmarks.Overhead;

/// <summary>
/// A model that takes no time: it repeats the first sentences of the evidence in its prompt, with their keys, in pieces of a token's
/// length, and notes when each piece leaves it. One answer at a time.
/// </summary>
internal sealed partial class ScriptedChatClient(TimeProvider time) : IChatClient
{
    private const int PieceLength = 4;
    private const int SentencesOfAnswer = 3;

    /// <summary>When the last piece left.</summary>
    public long Sent { get; private set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "NOT_ANSWERED")));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var piece in Answer(messages.Last().Text).Chunk(PieceLength))
        {
            // Each piece comes from elsewhere, as over a connection.
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            Sent = time.GetTimestamp();
            yield return new ChatResponseUpdate(ChatRole.Assistant, new string(piece));
        }

        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    private static string Answer(string prompt) => string.Join(' ', Entry().Matches(prompt)
        .SelectMany(e => e.Groups["text"].Value.Split(". ").Take(2).Select(s => $"{s.TrimEnd('.')} [{e.Groups["key"].Value}]."))
        .Take(SentencesOfAnswer));

    [GeneratedRegex(@"^\[(?<key>\d+)\] [^\n]*\n(?<text>[^\n]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
