using PaperChat.Evidence;
using PaperChat.Retrieval;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>What is said where no answer is given: why, and what comes nearest.</summary>
internal static class Refusals
{
    public const int Closest = 3;

    public static string Text(EvidenceSet evidence)
    {
        var ranking = evidence.Ranking;
        var unknown = ranking.Terms.Terms.Where(t => !t.IsKnown && t.Source.Weight >= 1).Select(t => t.Source.Surface).Take(4).ToArray();
        var why = evidence.Refusal switch
        {
            _ when evidence.Library.Papers == 0 => "The library is empty.",
            "not-stated" => $"The abstract of \"{Title(ranking.Papers[0])}\" does not state this.",
            "no-hits" when !ranking.Reading.Filters.IsEmpty => $"No paper that matches {QueryParser.Describe(ranking.Reading.Filters)} speaks to this.",
            "no-hits" => "No paper in the library speaks to this.",
            _ => "The papers in the library do not answer this.",
        };
        if (unknown.Length > 0 && evidence.Refusal is not null && evidence.Library.Papers > 0)
        {
            why += $" Nothing in the library mentions {string.Join(" or ", unknown.Select(u => $"\"{u}\""))}.";
        }

        var others = ranking.Papers.Skip(evidence.Refusal == "not-stated" ? 1 : 0).Take(Closest).Select(Title).ToArray();
        return others.Length == 0 ? why
            : $"{why} {(evidence.Refusal == "not-stated" ? "Other papers near it" : "The closest papers")}: {string.Join("; ", others)}.";
    }

    private static string Title(RankedPaper paper) => TextCleaner.Clean(paper.Paper.Paper.Title).Text;
}
