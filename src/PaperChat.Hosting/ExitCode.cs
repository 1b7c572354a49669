namespace PaperChat.Hosting;

/// <summary>The exit codes that scripts rely on; the meaning of a code never changes.</summary>
public static class ExitCode
{
    /// <summary>Done; also a batch in which some questions were refused.</summary>
    public const int Done = 0;

    /// <summary>Failed, or some records were rejected (the others are in).</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;

    /// <summary>Refused, no hit, or an unknown id.</summary>
    public const int NoEvidence = 3;

    /// <summary>A needed service did not answer.</summary>
    public const int ServiceUnavailable = 4;

    /// <summary>Cancelled by the user.</summary>
    public const int Cancelled = 130;
}
