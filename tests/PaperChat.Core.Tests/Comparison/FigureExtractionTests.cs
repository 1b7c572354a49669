using System.IO.Compression;
using System.Text.Json;
using PaperChat.Evaluation;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Comparison;

public sealed class FigureExtractionTests(ITestOutputHelper output)
{
    private const double LeastPrecision = 0.95;
    private const double LeastRecall = 0.82;
    private const double LeastPairPrecision = 0.98;

    [Fact]
    public async Task Figures_of_real_sentences_are_extracted_as_a_person_reads_them()
    {
        var folder = SharedFolder.Require("data/papers");
        var cases = await FigureFile.ReadAsync(Path.Combine(RepositoryFolder.Path, "tests", "baselines", "figures.jsonl"), TestContext.Current.CancellationToken);
        var abstracts = await AbstractsAsync(folder, cases.Select(c => c.Paper.Value).ToHashSet(StringComparer.Ordinal));

        var scores = FigureEvaluation.Score(cases, c => abstracts[c.Paper.Value], (about, _, what) => output.WriteLine($"{about.Paper} {what}"));

        foreach (var score in scores)
        {
            output.WriteLine($"{score.Half}: {score.Sentences} sentences, precision {score.Precision:F3}, recall {score.Recall:F3}");
        }

        Assert.True(cases.Count >= 100);
        Assert.InRange(scores[^1].Precision, LeastPrecision, 1);
        Assert.InRange(scores[^1].Recall, LeastRecall, 1);
        Assert.InRange(scores[^1].PairPrecision, LeastPairPrecision, 1);
    }

    private static async Task<Dictionary<string, string>> AbstractsAsync(string folder, HashSet<string> wanted)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder, "*.gz").Order(StringComparer.Ordinal))
        {
            await using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            using var reader = new StreamReader(stream);
            while (found.Count < wanted.Count && await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                // Parsing all of the lines would take most of the test's time: each begins with its id.
                var start = line.IndexOf("\"id\": \"", StringComparison.Ordinal) + 7;
                if (start > 6 && wanted.Contains(line[start..line.IndexOf('"', start)]))
                {
                    using var json = JsonDocument.Parse(line);
                    found[json.RootElement.GetProperty("id").GetString()!] = json.RootElement.GetProperty("abstract").GetString()!;
                }
            }
        }

        return found;
    }
}
