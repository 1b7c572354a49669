using System.Text.RegularExpressions;
using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>
/// The citation keys of a BibTeX file, each with the ids under which a library may hold its paper: arXiv id, DOI, and the id that
/// PaperChat's own exports keep.
/// </summary>
public static partial class BibliographyKeys
{
    public static IReadOnlyDictionary<string, IReadOnlyList<PaperId>> Read(string bibtex)
    {
        ArgumentNullException.ThrowIfNull(bibtex);
        var keys = new Dictionary<string, IReadOnlyList<PaperId>>(StringComparer.Ordinal);
        var entries = Entry().Matches(bibtex);
        for (var i = 0; i < entries.Count; i++)
        {
            var end = i + 1 < entries.Count ? entries[i + 1].Index : bibtex.Length;
            var body = bibtex[entries[i].Index..end];
            keys.TryAdd(entries[i].Groups["key"].Value, Ids(body));
        }

        return keys;
    }

    private static PaperId[] Ids(string body)
    {
        var fields = Field().Matches(body).GroupBy(m => m.Groups["name"].Value.ToLowerInvariant(), m => m.Groups["value"].Value.Trim(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return
        [
            .. fields.TryGetValue("paperchatid", out var own) ? (PaperId[])[new PaperId(own.Replace("\\", "", StringComparison.Ordinal))] : [],
            .. fields.TryGetValue("eprint", out var eprint) ? (PaperId[])[new PaperId("arxiv:" + Version().Replace(eprint, ""))] : [],
            .. fields.TryGetValue("doi", out var doi) ? (PaperId[])[new PaperId("doi:" + doi.ToLowerInvariant().Replace("https://doi.org/", "", StringComparison.Ordinal))] : [],
        ];
    }

    [GeneratedRegex(@"^[ \t]*@(?!(comment|preamble|string)\b)\w+\s*[{(]\s*(?<key>[^\s,{}()]+)\s*,", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?<name>eprint|doi|paperchatid)\s*=\s*[{""](?<value>[^{}""]+)[}""]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();

    [GeneratedRegex(@"v\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
