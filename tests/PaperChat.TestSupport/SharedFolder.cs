using Xunit;

namespace PaperChat.TestSupport;

/// <summary>
/// The folder of real papers and questions that some tests use: <c>PAPERCHAT_SHARED</c>, else <c>../shared</c> beside the
/// repository. A test is skipped where it is absent, and fails there when <c>PAPERCHAT_REQUIRE_SHARED</c> is 1.
/// </summary>
public static class SharedFolder
{
    /// <summary>The path of a file or folder in it; skips (or fails) the calling test when it is not there.</summary>
    public static string Require(string relative)
    {
        var root = Environment.GetEnvironmentVariable("PAPERCHAT_SHARED") ?? Path.Combine(RepositoryFolder.Path, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, relative));
        if (File.Exists(path) || Directory.Exists(path))
        {
            return path;
        }

        var reason = $"Needs {relative} of the shared folder; set PAPERCHAT_SHARED to where it is.";
        Assert.False(Environment.GetEnvironmentVariable("PAPERCHAT_REQUIRE_SHARED") == "1", reason);
        Assert.Skip(reason);
        return path;
    }
}
