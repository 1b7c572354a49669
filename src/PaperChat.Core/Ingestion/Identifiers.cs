using System.Text.RegularExpressions;

namespace PaperChat.Ingestion;

/// <summary>
/// Finds arXiv ids and DOIs. arXiv's forms (https://info.arxiv.org/help/arxiv_identifier.html): <c>YYMM.NNNN</c> to 2014,
/// <c>YYMM.NNNNN</c> from 2015, before April 2007 <c>archive(.SC)/YYMMNNN</c>; a version <c>vN</c> may follow and is dropped.
/// arXiv's own DOIs, <c>10.48550/arXiv.ID</c>, are arXiv ids.
/// </summary>
internal static partial class Identifiers
{
    private const string Id = @"(?<id>\d{2}(0[1-9]|1[0-2])\.\d{4,5}|[a-z][a-z\-]{1,20}(\.[A-Z]{2})?/\d{2}(0[1-9]|1[0-2])\d{3})(v\d{1,3})?(?![\d])";

    /// <summary>The id of a field that holds an arXiv id: bare, with "arXiv:", as an address or as arXiv's DOI.</summary>
    public static string? ArxivIn(string? field) => Match(BareArxiv(), field) ?? ArxivOfAddress(field);

    /// <summary>The id of an address at arxiv.org or of arXiv's DOI.</summary>
    public static string? ArxivOfAddress(string? address) => Match(ArxivAddress(), address);

    /// <summary>The id of a source's key that says it is one: "arXiv:2407.01234", or an address.</summary>
    public static string? ArxivOfKey(string? key) => Match(ArxivKey(), key) ?? ArxivOfAddress(key);

    /// <summary>
    /// The id that an abstract gives as its own: "arXiv:2407.01234" or its address as the very first or very last thing. Others
    /// are references to other papers, or cannot be told from them.
    /// </summary>
    public static string? OwnArxiv(string text)
    {
        if (!HoldsArxiv(text) || LinkFinder.MentionsOtherArxiv(text))
        {
            return null;
        }

        return Match(OwnStatement(), text);
    }

    /// <summary>A DOI, bare, with "doi:", or as an address; lower case. Null for arXiv's.</summary>
    public static string? DoiIn(string? field) => Doi(BareDoi(), field) ?? DoiOfAddress(field);

    public static string? DoiOfAddress(string? address) => Doi(DoiAddress(), address);

    public static string? DoiOfKey(string? key) => Doi(DoiKey(), key) ?? DoiOfAddress(key);

    // By its rarest letter: looking for a text in any case goes letter by letter in the invariant culture.
    private static bool HoldsArxiv(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny('x', 'X'); at >= 0;)
        {
            if (at >= 2 && text.Length - at >= 3 && text.Slice(at - 2, 5).Equals("arxiv", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOfAny('x', 'X');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static string? Match(Regex regex, string? text) =>
        text is { Length: > 0 } && regex.Match(text) is { Success: true } match ? match.Groups["id"].Value : null;

    private static string? Doi(Regex regex, string? text)
    {
        var doi = Match(regex, text)?.TrimEnd('.', ',', ';').ToLowerInvariant();
        return doi is null || doi.StartsWith("10.48550/arxiv.", StringComparison.Ordinal) ? null : doi;
    }

    [GeneratedRegex(@"^\s*(arxiv:\s*)?" + Id + @"\s*(\[[\w.\-]+\])?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareArxiv();

    [GeneratedRegex(@"^\s*arxiv:\s*" + Id + @"\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivKey();

    [GeneratedRegex(@"(arxiv\.org/(abs|pdf|html|ps|format)/|huggingface\.co/papers/|10\.48550/arxiv\.)" + Id, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivAddress();

    [GeneratedRegex(@"^\s*\[?(arxiv:\s*|https?://arxiv\.org/abs/)" + Id + @"(?=\s|\]|$)|(^|[.!?\]]\s+)\[?((this paper|preprint|available( at| as)?|paper):?\s+)?(arxiv:\s*|https?://arxiv\.org/(abs|pdf)/)" + Id + @"(\.pdf)?\]?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnStatement();

    [GeneratedRegex(@"^\s*(doi:\s*)?(?<id>10\.\d{4,9}/\S+)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareDoi();

    [GeneratedRegex(@"^\s*doi:\s*(?<id>10\.\d{4,9}/\S+)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiKey();

    [GeneratedRegex(@"^\s*(https?://)?(dx\.|www\.)?doi\.org/(?<id>10\.\d{4,9}/[^\s?#]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiAddress();
}
