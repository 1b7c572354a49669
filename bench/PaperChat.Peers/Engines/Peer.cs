using PaperChat.Peers.Measuring;

namespace PaperChat.Peers.Engines;

/// <summary>An engine that takes part: what it is called in reports, and how its steps are run as processes.</summary>
/// <param name="Name">Its name, for folders and figures.</param>
/// <param name="Label">Its name in tables and plots.</param>
/// <param name="Program">The program that runs its steps.</param>
/// <param name="Leading">The arguments before a step's name and the job's path.</param>
internal sealed record Peer(string Name, string Label, string Program, IReadOnlyList<string> Leading)
{
    /// <summary>What to do when the engine is not there; null for one that always is.</summary>
    public string? Install { get; init; }

    public PeerCommand Run(string step, params string[] job) => new(Program, [.. Leading, step, .. job]);
}
