using System.Globalization;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Benchmarks.Samples;

/// <summary>
/// Papers made of invented words whose frequencies fall as in real text (Zipf's law), the same in every run: nothing has to be
/// downloaded to run the benchmarks.
/// </summary>
internal static class GeneratedPapers
{
    private const int Seed = 20_25;
    private const int Vocabulary = 20_000;
    private const int SentencesEach = 8;
    private const int WordsEach = 18;

    private static readonly string[] Onsets = ["b", "cl", "d", "gr", "m", "pr", "s", "tr", "v", "n", "qu", "r"];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ea", "io"];
    private static readonly string[] Endings = ["ing", "ation", "al", "ness", "ed", "er", "ity", "ous", "s", ""];

    public static IEnumerable<Paper> Make(int count)
    {
        var random = new Random(Seed);
        var words = MakeWords(random);
        for (var i = 0; i < count; i++)
        {
            yield return new Paper
            {
                Id = new PaperId(string.Create(CultureInfo.InvariantCulture, $"generated:{i}")),
                Title = Sentence(random, words, 9),
                Abstract = string.Join(' ', Enumerable.Range(0, SentencesEach).Select(_ => Sentence(random, words, WordsEach) + ".")),
                Year = 2000 + i % 25,
            };
        }
    }

    public static PaperEntry EntryOf(Paper paper) => new()
    {
        Paper = paper,
        Chunks = Chunker.Chunk(paper),
        Provenance = new Provenance("generated", "memory", null),
    };

    private static string[] MakeWords(Random random)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            var syllables = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, Onsets) + Pick(random, Vowels));
            words.Add(string.Concat(syllables) + Pick(random, Onsets)[0] + Pick(random, Endings));
        }

        return [.. words];
    }

    private static string Sentence(Random random, string[] words, int length)
    {
        var text = string.Join(' ', Enumerable.Range(0, length).Select(_ => words[Rank(random)]));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    // The inverse of Zipf's distribution function, near enough: rank r comes up about in proportion to 1 / r.
    private static int Rank(Random random) => (int)Math.Min(Vocabulary - 1, Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) - 1);

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
