using System.Text.RegularExpressions;

namespace PaperChat.Sources.Markdown;

/// <summary>Tells links to papers from links to code, pages and places of the list itself.</summary>
internal static partial class PaperAddresses
{
    public static bool IsPaper(string address) => Host().IsMatch(address) || address.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    /// <summary>Labels that say what a link leads to, and not a title.</summary>
    public static bool IsLabel(string label) => Label().IsMatch(label.Trim());

    public static bool IsPaperLabel(string label) => PaperLabel().IsMatch(label.Trim());

    [GeneratedRegex(@"^https?://([\w-]+\.)*(arxiv\.org/(abs|pdf|html)|doi\.org/10\.|openreview\.net/(forum|pdf)|aclanthology\.org/|aclweb\.org/anthology|huggingface\.co/papers/\d|paperswithcode\.com/paper|proceedings\.mlr\.press/|papers\.n(eur)?ips\.cc/|proceedings\.neurips\.cc/|openaccess\.thecvf\.com/|dl\.acm\.org/doi|ieeexplore\.ieee\.org/|link\.springer\.com/|nature\.com/articles|science\.org/doi|sciencedirect\.com/science/article|biorxiv\.org/content|medrxiv\.org/content|semanticscholar\.org/(paper|arxiv)|jmlr\.org/papers|ojs\.aaai\.org/|ijcai\.org/|isca-(speech|archive)\.org/|usenix\.org/(conference|system)|hal\.science/|pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pmc/|ssrn\.com/|mdpi\.com/\d|frontiersin\.org/articles|academic\.oup\.com/|onlinelibrary\.wiley\.com/doi|pnas\.org/doi|plos\.org/|dblp\.org/rec)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"^\W*(full\s+)?(paper|pdf|arxiv(:\s*\S+)?|abs|abstract|html|doi|link|url|official|code|github|project(\s*page)?|homepage|website|web|page|demo|video|blog(\s*post)?|poster|slides|talk|data(set)?s?|model|weights|hugging\s*face|supp(lementary)?|openreview|bib(tex)?|cite|acl|pwc|colab|twitter|tweet|review|publication|preprint|journal|conference|\d{4}\.\d{4,5}|\p{L}+\W*\d{2,4})\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^\W*(full\s+)?(paper|pdf|arxiv(:\s*\S+)?|abs|abstract|preprint|publication)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PaperLabel();
}
