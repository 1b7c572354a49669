using System.Text.RegularExpressions;
using PaperChat.Papers;

namespace PaperChat.Bibliography;

/// <summary>What a paper appeared in, as far as the name of its venue tells; a name that does not tell makes it a manuscript.</summary>
internal static partial class PublicationType
{
    public const string Article = "article";
    public const string InProceedings = "inproceedings";
    public const string Misc = "misc";

    /// <summary>
    /// BibTeX's type. Its styles warn of articles and papers in proceedings without author or year: such a paper is <c>misc</c>,
    /// which wants nothing.
    /// </summary>
    public static string Of(Paper paper) =>
        paper.Venue is not { } venue || paper.Authors.Count == 0 || paper.Year is null || Preprint().IsMatch(venue) ? Misc
        : Proceedings().IsMatch(venue) ? InProceedings
        : Journal().IsMatch(venue) ? Article
        : Misc;

    [GeneratedRegex(@"^\s*(arxiv|corr\b|biorxiv|medrxiv|openreview|ssrn|preprint)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preprint();

    [GeneratedRegex(@"\b(proceedings|proc\.|conference|workshops?|symposium|findings|meeting|shared task|colloquium|congress)\b|\b(NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|ACCV|WACV|BMVC|3DV|ACL|EMNLP|NAACL|EACL|AACL|COLING|LREC|CoNLL|COLM|AAAI|IJCAI|AISTATS|UAI|COLT|ALT|ACML|AutoML|KDD|SIGIR|WWW|WSDM|CIKM|RecSys|ICDM|ECIR|ICRA|IROS|RSS|CoRL|ICASSP|INTERSPEECH|MICCAI|SIGGRAPH|CHI|FAccT|STOC|FOCS|SODA|SIGMOD|VLDB|OSDI|SOSP|MLSys|IJCNN|ICPR|ISMIR)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proceedings();

    [GeneratedRegex(@"\b(journal|transactions|letters|annals|magazine|quarterly|bulletin|archives|review|reviews|nature|science|cell|lancet|JMLR|TMLR|TACL|TPAMI|JAIR|IJCV|PNAS|PLOS|Neurocomputing)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Journal();
}
