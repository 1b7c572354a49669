using System.ComponentModel;
using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Mcp;

/// <summary>
/// The command line of the MCP inspector, a client that is not ours, from <c>artifacts/clients</c>, where .ci/run installs it; a test that
/// needs it is skipped where it is not there.
/// </summary>
internal static class Inspector
{
    public const string Package = "@modelcontextprotocol/inspector@2.12.0";

    private static string Launcher =>
        Path.Combine(RepositoryFolder.Path, "artifacts", "clients", "node_modules", "@modelcontextprotocol", "inspector", "clients", "launcher", "build", "index.js");

    /// <summary>Asks a server; <paramref name="target"/> is its address or the command that starts it.</summary>
    public static async Task<(ProgramResult Run, JsonElement? Result)> AskAsync(
        TemporaryFolder home, IReadOnlyList<string> target, CancellationToken cancellationToken, params string[] arguments)
    {
        if (!File.Exists(Launcher))
        {
            Assert.Skip($"Needs the npm package {Package} in artifacts/clients.");
        }

        // It keeps files in the user's folder.
        var environment = new Dictionary<string, string?> { ["HOME"] = home.Path, ["USERPROFILE"] = home.Path, ["NO_COLOR"] = "1" };
        try
        {
            await using var run = ProgramRun.StartCommand("node", [Launcher, "--cli", .. target, "--format", "json", "-q", "--connect-timeout", "60000", .. arguments], environment);
            var result = await run.FinishAsync(cancellationToken);
            return (result, ResultOf(result.Output));
        }
        catch (Win32Exception)
        {
            Assert.Skip("Needs node (20 or later).");
            throw;
        }
    }

    private static JsonElement? ResultOf(string output)
    {
        if (output.Length == 0 || output[0] != '{')
        {
            return null;
        }

        using var document = JsonDocument.Parse(output);
        return document.RootElement.TryGetProperty("result", out var result) ? result.Clone() : document.RootElement.Clone();
    }
}
