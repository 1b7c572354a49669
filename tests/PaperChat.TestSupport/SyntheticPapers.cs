using PaperChat.Papers;

namespace PaperChat.TestSupport;

/// <summary>Papers made of random words whose frequencies fall as in natural text; the same seed gives the same papers.</summary>
public static class SyntheticPapers
{
    private const string Syllables = "ba ce di fo gu ha ji ko lu ma ne pi qo ru sa te vi wo xu za";

    private static readonly string[] Vocabulary = MakeVocabulary();

    public static IReadOnlyList<Paper> Make(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => new Paper
        {
            Id = new PaperId($"syn:{random.Next(10_000):D4}-{i}"),
            Title = Sentence(random, random.Next(2, 9)),
            Abstract = string.Join(' ', Enumerable.Range(0, random.Next(0, 7)).Select(_ => Sentence(random, random.Next(4, 20)))),
            Year = random.Next(4) == 0 ? null : random.Next(2015, 2026),
            Venue = random.Next(3) == 0 ? null : $"{Word(random).ToUpperInvariant()} {random.Next(2015, 2026)}",
            Authors = [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => $"{Capital(Word(random))} {Capital(Word(random))}")],
            Categories = random.Next(2) == 0 ? [] : [$"cs.{Word(random)[..2].ToUpperInvariant()}", Word(random)],
            Listed = random.Next(3) == 0 ? null : new ListedDate(random.Next(5) == 0 ? null : 2025, random.Next(1, 13), random.Next(1, 29)),
        })];
    }

    public static IEnumerable<string> Questions(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Sentence(random, random.Next(1, 8)))];
    }

    private static string Sentence(Random random, int words) =>
        Capital(string.Join(' ', Enumerable.Range(0, words).Select(_ => Word(random)))) + ".";

    // The rank is exponentially distributed on the logarithm's scale: few words often, most of them seldom.
    private static string Word(Random random) => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 3))];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string[] MakeVocabulary()
    {
        var random = new Random(1);
        var syllables = Syllables.Split(' ');
        return [.. Enumerable.Range(0, 900).Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => syllables[random.Next(syllables.Length)])))];
    }
}
