using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;
using PaperChat.Verification;

namespace PaperChat.Review;

/// <summary>Checks a draft in Markdown against the papers it cites, like the sentences of an answer; a quotation must stand as it is quoted.</summary>
public static class DraftChecker
{
    private const string Cut = "…";

    /// <param name="markdown">The draft.</param>
    /// <param name="keys">The citation keys that are known, with their papers; null for one whose paper the library does not hold.</param>
    public static DraftCheckResult Check(string markdown, IReadOnlyDictionary<string, Paper?> keys)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(keys);
        var texts = new Dictionary<PaperId, CitedText>();
        var findings = new List<DraftFinding>();
        var claims = MarkdownDraft.Read(markdown);
        var held = 0;
        foreach (var claim in claims)
        {
            var found = Check(claim, keys, texts);
            held += found.Length == 0 ? 1 : 0;
            findings.AddRange(found);
        }

        return new DraftCheckResult(claims.Count, held, [.. findings.DistinctBy(f => (f.Line, f.Kind, f.Text, f.Message))]);
    }

    private static DraftFinding[] Check(DraftClaim claim, IReadOnlyDictionary<string, Paper?> keys, Dictionary<PaperId, CitedText> texts)
    {
        if (claim.Keys.Count == 0)
        {
            return [Finding(claim, DraftFindingKind.MissingCitation, "It cites nothing.")];
        }

        DraftFinding[] unknown =
        [
            .. claim.Keys.Where(k => !keys.ContainsKey(k)).Select(k => Finding(claim, DraftFindingKind.UnknownCitation, $"There is no entry for @{k} in the bibliography.")),
            .. claim.Keys.Where(k => keys.TryGetValue(k, out var paper) && paper is null)
                .Select(k => Finding(claim, DraftFindingKind.PaperNotInLibrary, $"The paper of @{k} is not in the library, so that it cannot be checked.")),
        ];
        Paper[] papers = [.. claim.Keys.Select(k => keys.GetValueOrDefault(k)).OfType<Paper>()];
        return papers.Length == 0 || (unknown.Length == 0 && Holds(claim, papers, texts, out _)) ? unknown
            : Holds(claim, papers, texts, out var finding) ? unknown : [.. unknown, finding!];
    }

    private static bool Holds(DraftClaim claim, Paper[] papers, Dictionary<PaperId, CitedText> texts, out DraftFinding? finding)
    {
        finding = null;
        var text = claim.Text.EndsWith(Cut, StringComparison.Ordinal) ? claim.Text[..^1].TrimEnd() : claim.Text;
        if ((claim.IsCell || claim.IsQuoted) && papers.Any(p => Contains(p, text)))
        {
            return true;
        }

        if (claim.IsCell && !claim.IsQuoted && papers.Any(p => HoldsWords(p, text)))
        {
            return true;
        }

        var check = SentenceVerifier.Check(text, [.. papers.Select(p => Text(p, texts))]);
        if (claim.IsQuoted && check.Verdict != SentenceVerdict.Verbatim)
        {
            finding = Finding(claim, DraftFindingKind.Misquoted, "It stands in quotation marks, and not so in the cited abstract.");
        }
        else if (check.Verdict == SentenceVerdict.Unsupported)
        {
            finding = Finding(claim, DraftFindingKind.Unsupported, Why(check));
        }

        return finding is null;
    }

    private static bool Contains(Paper paper, string text) =>
        Fields(paper).Any(f => VerbatimForm.Of(f).Contains(VerbatimForm.Of(TextCleaner.Clean(text).Text), StringComparison.Ordinal));

    // All words and numbers of a cell stand in one sentence, or in the title.
    private static bool HoldsWords(Paper paper, string text)
    {
        var wanted = TextAnalyzer.Analyze(text).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var title = TextAnalyzer.AnalyzeStored(paper.Title).Select(t => t.Term).ToArray();
        return wanted.Count > 0 && new[] { paper.Abstract, paper.Body ?? "" }
            .SelectMany(f => SentenceSplitter.Split(f).Select(s => s.Of(f)))
            .Any(s => wanted.IsSubsetOf(TextAnalyzer.AnalyzeStored(s).Select(t => t.Term).Concat(title)));
    }

    private static IEnumerable<string> Fields(Paper paper) =>
        new[] { paper.Title, paper.Abstract, paper.Body ?? "" }.Select(f => TextCleaner.Clean(f).Text);

    private static CitedText Text(Paper paper, Dictionary<PaperId, CitedText> texts)
    {
        if (!texts.TryGetValue(paper.Id, out var text))
        {
            texts[paper.Id] = text = CitedText.Of(paper);
        }

        return text;
    }

    private static string Why(SentenceCheck check) => check.Failures.Count == 0
        ? "The cited abstracts do not bear it out."
        : $"The cited abstracts do not bear it out: {string.Join("; ", check.Failures.Take(2).Select(f => $"{Words(f.Kind)} '{f.Claimed}'"))}.";

    // "NotInCitedPaper" is "not in cited paper".
    private static string Words(CheckFailureKind kind) =>
        string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static DraftFinding Finding(DraftClaim claim, DraftFindingKind kind, string message) => new(claim.Line, kind, claim.Text, claim.Keys, message);
}
