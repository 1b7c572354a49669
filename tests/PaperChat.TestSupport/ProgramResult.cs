namespace PaperChat.TestSupport;

/// <summary>What a finished program left: exit code and everything it wrote.</summary>
public sealed record ProgramResult(int ExitCode, string Output, string Error)
{
    /// <summary>For assertion messages.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";
}
