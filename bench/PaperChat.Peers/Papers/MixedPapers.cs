using System.Globalization;
using System.Runtime.CompilerServices;
using PaperChat.Text;

namespace PaperChat.Peers.Papers;

/// <summary>
/// Makes new papers of real ones: each abstract has as many sentences as the paper it stands for, drawn from the abstracts of the
/// same block (sentence for sentence at its place, so that beginnings stay beginnings), and the title joins two halves of titles.
/// Lengths and word frequencies stay those of the data; the vocabulary does not grow. The same papers and round always give the
/// same result. Memory holds one block.
/// </summary>
internal static class MixedPapers
{
    public const int BlockSize = 10_000;

    /// <param name="papers">The real papers in a fixed order.</param>
    /// <param name="round">Which of the endlessly many mixtures; 1 or above, a part of the ids.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<PaperText> MixAsync(
        IAsyncEnumerable<PaperText> papers, int round, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        var number = 0;
        await foreach (var block in papers.Chunk(BlockSize).WithCancellation(cancellationToken))
        {
            var random = new SplitMix64(((ulong)round << 32) + (ulong)number);
            string[][] sentences = [.. block.Select(p => Sentences(p.Abstract))];
            for (var i = 0; i < block.Length; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"mixed:{round}:{number++}");
                yield return new PaperText(id, Title(block, random), Abstract(sentences, sentences[i].Length, random));
            }
        }
    }

    private static string[] Sentences(string text) => [.. SentenceSplitter.Split(text).Select(s => s.Of(text))];

    private static string Title(PaperText[] block, SplitMix64 random)
    {
        var head = Words(block[random.Next(block.Length)].Title);
        var tail = Words(block[random.Next(block.Length)].Title);
        return string.Join(' ', head[..((head.Length + 1) / 2)].Concat(tail[(tail.Length / 2)..]));
    }

    private static string[] Words(string title) => title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Abstract(string[][] sentences, int count, SplitMix64 random)
    {
        var chosen = new List<string>(count);
        for (var place = 0; place < count; place++)
        {
            var donor = sentences[random.Next(sentences.Length)];
            if (donor.Length > 0)
            {
                chosen.Add(donor[Math.Min(place, donor.Length - 1)]);
            }
        }

        return string.Join(' ', chosen);
    }
}
