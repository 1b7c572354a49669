namespace PaperChat.TestSupport.ModelServing;

/// <summary>What the model server is told to answer, and how to misbehave.</summary>
public sealed record ModelReply(string Text)
{
    public int Status { get; init; } = 200;

    /// <summary>Functions that the model calls, after its text if it has one.</summary>
    public IReadOnlyList<ModelCall> Calls { get; init; } = [];

    public string? RetryAfter { get; init; }

    /// <summary>Nothing is sent before it is done.</summary>
    public Task Delay { get; init; } = Task.CompletedTask;

    /// <summary>The connection is cut after so many pieces of the stream; null never.</summary>
    public int? CutAfter { get; init; }

    /// <summary>
    /// The cut waits for it: a connection that is reset takes with it what its client has not read yet.
    /// </summary>
    public Task BeforeCut { get; init; } = Task.CompletedTask;

    /// <summary>A cut stream ends as if it were whole, as behind a proxy that gives up.</summary>
    public bool CutsQuietly { get; init; }

    /// <summary>The answer, or a piece of the stream, is broken JSON.</summary>
    public bool IsMalformed { get; init; }

    public string FinishReason { get => Calls.Count > 0 ? "tool_calls" : field; init; } = "stop";

    /// <summary>Vectors come as numbers although base64 was asked for.</summary>
    public bool OnlyFloats { get; init; }
}
