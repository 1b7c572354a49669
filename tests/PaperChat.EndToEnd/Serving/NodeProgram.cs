using System.ComponentModel;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Serving;

/// <summary>
/// A script for node with packages of npm, which <c>.ci/run</c> installs into artifacts/clients; a test that needs one is skipped where
/// it is not there.
/// </summary>
internal static class NodeProgram
{
    // A script in a browser does many checks, each with a limit of its own.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    private static readonly string Packages = Path.Combine(RepositoryFolder.Path, "artifacts", "clients", "node_modules");

    public static async Task<ProgramResult> RunAsync(string script, string package, params string[] arguments)
    {
        Require(package);
        var file = Path.Combine(RepositoryFolder.Path, "tests", "PaperChat.EndToEnd", "Serving", script);
        try
        {
            await using var run = ProgramRun.StartCommand("node", [file, .. arguments], new Dictionary<string, string?> { ["NODE_PATH"] = Packages });
            return await run.FinishAsync(TestContext.Current.CancellationToken, longest: Longest);
        }
        catch (Win32Exception)
        {
            Assert.Skip("Needs node.");
            throw;
        }
    }

    /// <summary>Skips the test where a package is not there.</summary>
    public static void Require(string package)
    {
        if (!Directory.Exists(Path.Combine(Packages, package)))
        {
            Assert.Skip($"Needs the npm package {package} in artifacts/clients: npm install --prefix artifacts/clients {package}");
        }
    }
}
