using PaperChat.Peers.Measuring;

namespace PaperChat.Peers.Engines;

/// <summary>Who takes part in the comparison.</summary>
internal static class PeerRoster
{
    private const string SystemPython = "/usr/bin/python3";

    /// <param name="scripts">The folder <c>bench/peers</c>.</param>
    public static IReadOnlyList<Peer> All(string scripts) =>
    [
        Own(PeerEngines.PaperChat, "PaperChat"),
        Own(PeerEngines.PaperChatDense, "PaperChat, dense"),
        Own(PeerEngines.PaperChatHybrid, "PaperChat, hybrid"),
        new Peer("xapian", "Xapian", File.Exists(SystemPython) ? SystemPython : "python3", [Path.Combine(scripts, "xapian", "peer.py")])
        {
            Install = "install Debian's python3-xapian",
        },
        new Peer("lancedb", "LanceDB", "node", [Path.Combine(scripts, "lancedb", "peer.mjs")])
        {
            Install = "install Node.js and run npm install --prefix bench/peers/lancedb",
        },
        Own(PeerEngines.Fts5, "SQLite FTS5"),
        Own(PeerEngines.Scan, "Full scan"),
    ];

    /// <summary>The peers with these names; all of them without a name.</summary>
    /// <exception cref="PaperChatException">There is no peer of such a name.</exception>
    public static IReadOnlyList<Peer> Choose(IReadOnlyList<Peer> peers, IReadOnlyList<string> names)
    {
        var known = string.Join(", ", peers.Select(p => p.Name));
        return names.FirstOrDefault(n => peers.All(p => p.Name != n)) is { } unknown
            ? throw new PaperChatException($"There is no engine '{unknown}'; there are {known}.")
            : names.Count == 0 ? peers : [.. peers.Where(p => names.Contains(p.Name))];
    }

    /// <summary>The peers that are there, and why the others are not.</summary>
    public static async Task<(List<Peer> Present, List<string> Absent)> CheckAsync(
        IReadOnlyList<Peer> peers, CancellationToken cancellationToken)
    {
        var present = new List<Peer>();
        var absent = new List<string>();
        foreach (var peer in peers)
        {
            var version = peer.Install is null ? "" : await PeerProcess.AskAsync(peer.Run("version"), cancellationToken);
            if (version is null)
            {
                absent.Add($"{peer.Label} was not measured: it is not installed here ({peer.Install}).");
            }
            else
            {
                present.Add(peer with { Label = $"{peer.Label} {version}".Trim() });
            }
        }

        return (present, absent);
    }

    private static Peer Own(string name, string label)
    {
        var program = Environment.ProcessPath ?? throw new PaperChatException("This process does not know its own program.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new Peer(name, label, program, [.. isHost ? new[] { typeof(PeerRoster).Assembly.Location } : [], "engine", name]);
    }
}
