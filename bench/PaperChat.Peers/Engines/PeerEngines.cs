using PaperChat.Retrieval;

namespace PaperChat.Peers.Engines;

/// <summary>The engines that run inside a process of this program, by name.</summary>
internal static class PeerEngines
{
    public const string PaperChat = "paperchat";
    public const string PaperChatDense = "paperchat-dense";
    public const string PaperChatHybrid = "paperchat-hybrid";
    public const string Fts5 = "fts5";
    public const string Scan = "scan";

    public static IPeerEngine Create(string name, TimeProvider time) => name switch
    {
        PaperChat => new PaperChatEngine(RetrievalMode.Lexical, time),
        PaperChatDense => new PaperChatEngine(RetrievalMode.Dense, time),
        PaperChatHybrid => new PaperChatEngine(RetrievalMode.Hybrid, time),
        Fts5 => new Fts5Engine(),
        Scan => new ScanEngine(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown engine."),
    };
}
