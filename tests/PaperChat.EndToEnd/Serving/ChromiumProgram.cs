namespace PaperChat.EndToEnd.Serving;

/// <summary>A browser for the scripts that drive one.</summary>
internal static class ChromiumProgram
{
    /// <summary>Of the tests that drive a browser: one at a time, as each takes all of a small machine.</summary>
    public const string Collection = "browser";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>Its path; the test is skipped where there is none.</summary>
    public static string Require()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Assert.Skip("Needs Chromium (Debian package chromium).");
        }

        return found;
    }
}
