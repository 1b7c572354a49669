using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// Words of research prose that may stand for one another without changing what is said; narrower than
/// <see cref="Questions.Thesaurus"/>, which only has to find the right paper. The table is <c>synonyms.txt</c>.
/// </summary>
internal static class VerificationSynonyms
{
    private const string Resource = "synonyms.txt";

    private static readonly FrozenDictionary<string, HashSet<string>> Groups = Read();

    /// <summary>The terms (stems) of the groups that a term stands in, itself among them; null for a term in none.</summary>
    public static HashSet<string>? Of(string term) => Groups.GetValueOrDefault(term);

    private static FrozenDictionary<string, HashSet<string>> Read()
    {
        using var stream = typeof(VerificationSynonyms).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var related = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } row)
        {
            if (row.Length > 0 && row[0] != '#')
            {
                Add(related, row);
            }
        }

        return related.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Add(Dictionary<string, HashSet<string>> related, string row)
    {
        var terms = row.Split(' ').Select(TextAnalyzer.TermOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (!related.TryGetValue(term, out var set))
            {
                related[term] = set = new HashSet<string>(StringComparer.Ordinal);
            }

            set.UnionWith(terms);
        }
    }
}
