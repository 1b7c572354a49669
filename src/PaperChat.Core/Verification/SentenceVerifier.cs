using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Verification;

/// <summary>
/// Checks a sentence against the papers it cites, by rules alone: the same input always gives the same verdict. A sentence that reads
/// exactly as stored is verbatim; else its numbers, names, negations, directions, quantifiers and hedges must be borne out, and so must
/// the rest of its words. The time grows with the length of the sentence times that of the cited text.
/// </summary>
public static class SentenceVerifier
{
    private static readonly Action<ClaimAlignment, List<CheckFailure>>[] Firm =
    [
        NumberCheck.Run, NameCheck.Run, ExchangeCheck.Run, LostDenialCheck.Run, PolarityCheck.Run, RejectedCheck.Run, AmountCheck.Run, AchievementCheck.Run, BoastCheck.Run, PairingCheck.Run, ContrastCheck.Run, RequirementCheck.Run, SacrificeCheck.Run, ComparisonCheck.Run,
        CompoundCheck.Run, ListCheck.Run, EffectCheck.Run, CrossingCheck.Run, CoverageCheck.Run,
    ];

    // These go by what stands around a word in the text. In a sentence that gathers its words from many places one of them alone errs
    // more often than it is right.
    private static readonly Action<ClaimAlignment, List<CheckFailure>>[] ByPlace =
    [
        NegationCheck.Run, DirectionCheck.Run, ScopeCheck.Run, SwapCheck.Run, RoleCheck.Run, BindingCheck.Run, SlotCheck.Run, AgentCheck.Run, SubstitutionCheck.Run, ComplementCheck.Run,
        ModifierCheck.Run, WordSlotCheck.Run, FrameCheck.Run, SubjectCheck.Run, SiblingCheck.Run,
    ];

    /// <param name="sentence">As shown to the user, without keys.</param>
    /// <param name="cited">The papers behind its keys; none gives unsupported.</param>
    public static SentenceCheck Check(string sentence, IReadOnlyList<Paper> cited)
    {
        ArgumentNullException.ThrowIfNull(cited);
        return Check(sentence, [.. cited.Select(CitedText.Of)]);
    }

    /// <inheritdoc cref="Check(string, IReadOnlyList{Paper})"/>
    public static SentenceCheck Check(string sentence, IReadOnlyList<CitedText> cited)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(cited);
        var display = TextCleaner.Clean(sentence).Text;
        SupportingQuote[] verbatim = [.. cited.Select(c => (c.Paper.Id, Quote: c.FindVerbatim(display)))
            .Where(f => f.Quote is not null).Select(f => new SupportingQuote(f.Id, f.Quote!))];
        if (verbatim.Length > 0)
        {
            return new SentenceCheck(SentenceVerdict.Verbatim, 1, verbatim, []);
        }

        var claim = ClaimText.Of(display);
        if (cited.Count == 0 || claim.Words.Count == 0)
        {
            return new SentenceCheck(SentenceVerdict.Unsupported, 0, [], [new CheckFailure(CheckFailureKind.NotInCitedPaper, display)]);
        }

        SentenceCheck[] alone = [.. cited.Select(c => CheckAgainst(claim, c))];
        SentenceCheck[] supported = [.. alone.Where(c => c.Verdict == SentenceVerdict.Supported)];
        if (supported.Length > 0)
        {
            return new SentenceCheck(SentenceVerdict.Supported, supported.Max(c => c.Score), [.. supported.SelectMany(c => c.Quotes)], []);
        }

        return cited.Count == 1 ? alone[0] : CheckAgainst(claim, CitedText.Join(cited));
    }

    private static SentenceCheck CheckAgainst(ClaimText claim, CitedText cited)
    {
        var alignment = new ClaimAlignment(claim, cited);
        var failures = new List<CheckFailure>();
        foreach (var check in Firm)
        {
            check(alignment, failures);
        }

        var doubts = new List<CheckFailure>();
        foreach (var check in ByPlace)
        {
            check(alignment, doubts);
        }

        if (doubts.DistinctBy(d => d.Claimed).Count() > 1 || failures.Count > 0 || !alignment.Path.IsGathered)
        {
            failures.AddRange(doubts);
        }

        var score = alignment.CoverOf(0, claim.Words.Count - 1) * Math.Pow(0.5, failures.Count);
        return failures.Count > 0
            ? new SentenceCheck(SentenceVerdict.Unsupported, score, [], failures)
            : new SentenceCheck(SentenceVerdict.Supported, score, [.. alignment.Support.Order().Select(cited.QuoteOf)], []);
    }
}
