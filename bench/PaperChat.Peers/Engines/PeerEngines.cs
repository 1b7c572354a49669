namespace PaperChat.Peers.Engines;

/// <summary>The engines that run inside a process of this program, by name.</summary>
internal static class PeerEngines
{
    public const string PaperChat = "paperchat";
    public const string Fts5 = "fts5";
    public const string Scan = "scan";

    public static IPeerEngine Create(string name, TimeProvider time) => name switch
    {
        PaperChat => new PaperChatEngine(time),
        Fts5 => new Fts5Engine(),
        Scan => new ScanEngine(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown engine."),
    };
}
