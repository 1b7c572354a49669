namespace PaperChat.Hosting;

/// <summary>Where the library is, and whether the command line named it (then nothing is ever put into it unasked).</summary>
public sealed record LibraryFolder(string Path, bool IsExplicit)
{
    public const string Variable = "PAPERCHAT_LIBRARY";

    /// <summary><c>--library</c>, else <c>PAPERCHAT_LIBRARY</c>, else <c>PaperChat/library</c> in the local application data folder; null without one.</summary>
    internal static LibraryFolder? Resolve(string? option, HostEnvironment environment)
    {
        if (option is not null)
        {
            return string.IsNullOrWhiteSpace(option)
                ? throw new UsageException("--library needs the path of a folder.")
                : new LibraryFolder(FullPath(option, "--library"), IsExplicit: true);
        }

        if (environment.Variable(Variable) is { } variable)
        {
            return new LibraryFolder(FullPath(variable, Variable), IsExplicit: false);
        }

        return environment.LocalDataFolder is { } data
            ? new LibraryFolder(System.IO.Path.Combine(data, "PaperChat", "library"), IsExplicit: false)
            : null;
    }

    private static string FullPath(string path, string origin)
    {
        try
        {
            return System.IO.Path.GetFullPath(path);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or NotSupportedException)
        {
            throw new UsageException($"{origin} is not a path: {TerminalText.Line(path)}", exception);
        }
    }
}
