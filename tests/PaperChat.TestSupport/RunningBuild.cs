namespace PaperChat.TestSupport;

/// <summary>Which of the two builds the running tests belong to.</summary>
public static class RunningBuild
{
    /// <summary>Told by what lies beside the programs: the default build has no part of the full stack.</summary>
    public static bool IsFullStack { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, "PaperChat.SemanticKernel.dll"));
}
