using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Bibliography;

/// <summary>
/// Citation keys such as <c>vaswani2017attention</c>: family name of the first author, year, first telling word of the title, all in
/// ASCII letters and digits; what a paper lacks is left out. Papers with the same key get two more words of their titles each, and
/// those that are still alike six digits of a hash of their ids: keys depend on the papers alone, never on their order.
/// </summary>
public static class CitationKeys
{
    private const int MoreWords = 3;
    private const int Unnamed = 2;

    private static readonly HashSet<string> Untelling = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "on", "of", "for", "in", "with", "to", "and", "or", "is", "are", "be", "do", "does", "can", "how", "what", "why",
        "when", "where", "which", "who", "towards", "toward", "using", "via", "from", "by", "at", "as", "into", "it", "its", "not", "no",
        "we", "you", "your", "our", "s", "t",
    };

    public static IReadOnlyDictionary<PaperId, string> Of(IReadOnlyList<Paper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var keys = new Dictionary<PaperId, string>();
        foreach (var alike in papers.DistinctBy(p => p.Id).GroupBy(p => Key(p, 1), StringComparer.Ordinal))
        {
            Paper[] group = [.. alike];
            foreach (var same in group.GroupBy(p => group.Length == 1 ? alike.Key : Key(p, MoreWords), StringComparer.Ordinal))
            {
                var count = same.Count();
                foreach (var paper in same)
                {
                    keys.Add(paper.Id, count == 1 ? same.Key : same.Key + Hash(paper.Id));
                }
            }
        }

        return keys;
    }

    private static string Key(Paper paper, int words)
    {
        var name = paper.Authors.Count > 0 ? PersonName.Parse(TextCleaner.Clean(paper.Authors[0]).Text) : null;
        var author = name is null ? "" : Ascii(name.Particle + name.Family);
        var title = author.Length == 0 && words == 1 && NameOf(paper) is { } method ? method : string.Concat(TitleWords(paper).Take(author.Length == 0 ? words + Unnamed - 1 : words));
        var year = paper.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        var key = author + year + title;

        // BibTeX and Pandoc take no key without a letter.
        return key.AsSpan().ContainsAnyInRange('a', 'z') ? key : "paper" + Hash(paper.Id);
    }

    // "ReefNet: Counting corals" without an author is "reefnet".
    private static string? NameOf(Paper paper)
    {
        var title = TextCleaner.Clean(paper.Title).Text;
        var head = TitleName.Head(title);
        var name = Ascii(head);
        return head.Length < title.Length && head.Count(c => c == ' ') < Unnamed && name.Length > 1 ? name : null;
    }

    private static string[] TitleWords(Paper paper)
    {
        var words = TextAnalyzer.Words(TextCleaner.Clean(paper.Title).Text).Select(w => Ascii(w.Text)).Where(w => w.Length > 0).ToArray();
        var telling = words.Where(w => !Untelling.Contains(w)).ToArray();
        return telling.Length > 0 ? telling : words;
    }

    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            var plain = AccentFolding.FoldLonger(c) ?? AccentFolding.Fold(c).ToString();
            ascii.Append(plain.All(char.IsAsciiLetterOrDigit) ? plain : "");
        }

        return ascii.ToString();
    }

    private static string Hash(PaperId id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)).AsSpan(0, 3));
}
