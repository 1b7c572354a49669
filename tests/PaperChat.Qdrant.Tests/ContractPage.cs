using System.Text;
using PaperChat.TestSupport;

[assembly: AssemblyFixture(typeof(PaperChat.Qdrant.Tests.ContractPage))]

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// <c>docs/qdrant-contract.md</c>: written anew after a run of all tests where <c>PAPERCHAT_WRITE_CONTRACT</c> is 1, from what they asked
/// the test server for.
/// </summary>
public sealed class ContractPage : IDisposable
{
    private const string Head = """
        # The calls that PaperChat makes to Qdrant

        Generated from a run of `tests/PaperChat.Qdrant.Tests` (`PAPERCHAT_WRITE_CONTRACT=1`), whose test server refuses every request that is
        not of the shape of Qdrant's published OpenAPI document. Everything here exists since Qdrant 1.12, but for `update_filter`, which is sent from 1.16 on. Behind a question mark stand
        parameters, below them the places of the JSON body; `[]` is any element of a list. The payload of points is told in
        [decision 0021](decisions/0021-library-on-qdrant.md). Each call may be repeated without harm, and is, while the server is busy or away.

        """;

    public static string Path => System.IO.Path.Combine(RepositoryFolder.Path, "docs", "qdrant-contract.md");

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("PAPERCHAT_WRITE_CONTRACT") == "1")
        {
            File.WriteAllText(Path, Text());
        }
    }

    private static string Text()
    {
        var page = new StringBuilder(Head);
        foreach (var (call, places) in ContractRecorder.Calls.OrderBy(c => c.Key.Split(' ')[1], StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            page.Append($"\n## `{call}`\n\n");
            foreach (var place in places.Keys.Order(StringComparer.Ordinal))
            {
                page.Append($"- `{place}`\n");
            }

            if (places.IsEmpty)
            {
                page.Append("No parameters and no body.\n");
            }
        }

        return page.ToString();
    }
}
