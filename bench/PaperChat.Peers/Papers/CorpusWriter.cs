using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PaperChat.Peers.Papers;

/// <summary>
/// Writes the papers of one size: a sample spread evenly over the data when fewer are wanted than there are, else all of them
/// and as many mixed ones as are missing.
/// </summary>
internal sealed class CorpusWriter(IReadOnlyList<string> files, int available)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<CorpusWriter> CreateAsync(string folder, CancellationToken cancellationToken)
    {
        var files = PaperFiles.In(folder);
        return new CorpusWriter(files, await PaperFiles.LinesAsync(files, cancellationToken).CountAsync(cancellationToken));
    }

    /// <summary>How many real papers there are.</summary>
    public int Available { get; } = available;

    public async Task<Corpus> WriteAsync(int papers, string folder, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(papers, 1);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"papers-{papers}.jsonl"));
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            var written = 0;
            await foreach (var line in RealAsync(papers, cancellationToken))
            {
                await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
                written++;
            }

            await foreach (var paper in MixedAsync(cancellationToken).Take(papers - written).WithCancellation(cancellationToken))
            {
                await writer.WriteLineAsync(JsonSerializer.Serialize(paper, Json).AsMemory(), cancellationToken);
            }
        }

        return new Corpus(path, papers, new FileInfo(path).Length, Math.Min(papers, Available));
    }

    private async IAsyncEnumerable<string> RealAsync(
        int papers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long index = 0;
        await foreach (var line in PaperFiles.LinesAsync(files, cancellationToken))
        {
            // Taken where the running share passes a whole number: every file and year gives its part.
            if (papers >= Available || index * papers / Available < (index + 1) * papers / Available)
            {
                yield return line;
            }

            index++;
        }
    }

    private async IAsyncEnumerable<PaperText> MixedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var round = 1; ; round++)
        {
            var real = PaperFiles.LinesAsync(files, cancellationToken).Select(PaperFiles.Parse);
            await foreach (var paper in MixedPapers.MixAsync(real, round, cancellationToken))
            {
                yield return paper;
            }
        }
    }
}
