using System.IO.Compression;
using System.Text.Json;
using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Comparison;

/// <summary>The labelled sentences of tests/baselines, with their papers from the shared folder.</summary>
internal static class LabelledFigures
{
    public static async Task<(IReadOnlyList<FigureCase> Cases, IReadOnlyDictionary<PaperId, Paper> Papers)> ReadAsync(string[] files, CancellationToken cancellationToken)
    {
        var folder = SharedFolder.Require("data/papers");
        var cases = new List<FigureCase>();
        foreach (var file in files)
        {
            cases.AddRange(await FigureFile.ReadAsync(Path.Combine(RepositoryFolder.Path, "tests", "baselines", file), cancellationToken));
        }

        return (cases, await PapersAsync(folder, cases.Select(c => c.Paper.Value).ToHashSet(StringComparer.Ordinal), cancellationToken));
    }

    private static async Task<Dictionary<PaperId, Paper>> PapersAsync(string folder, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<PaperId, Paper>();
        foreach (var file in Directory.GetFiles(folder, "*.gz").Order(StringComparer.Ordinal))
        {
            await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            while (found.Count < wanted.Count && await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                // Parsing all of the lines would take most of the test's time: each begins with its id.
                var start = line.IndexOf("\"id\": \"", StringComparison.Ordinal) + 7;
                if (start > 6 && wanted.Contains(line[start..line.IndexOf('"', start)]))
                {
                    using var json = JsonDocument.Parse(line);
                    var id = new PaperId(json.RootElement.GetProperty("id").GetString()!);
                    found[id] = new Paper { Id = id, Title = json.RootElement.GetProperty("title").GetString()!, Abstract = json.RootElement.GetProperty("abstract").GetString()! };
                }
            }
        }

        return found;
    }
}
