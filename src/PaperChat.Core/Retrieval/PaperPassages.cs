using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>The terms of a paper's title and of each of its sentences.</summary>
internal sealed class PaperPassages
{
    private readonly string[] _title;
    private readonly List<(PaperField Field, TextSpan Span, string[] Terms)> _sentences = [];

    public PaperPassages(Paper paper)
    {
        Paper = paper;
        _title = TermsOf(paper.Title);
        foreach (var field in (PaperField[])[PaperField.Abstract, PaperField.Body])
        {
            var text = paper.TextOf(field);
            _sentences.AddRange(SentenceSplitter.Split(text).Select(s => (field, s, TermsOf(s.Of(text)))));
        }
    }

    public Paper Paper { get; }

    /// <summary>How much of the query stands in the title: 0 to 1.</summary>
    public double InTitle(QueryWords query) => query.ShareIn(_title);

    /// <summary>How many of the query's neighbouring words are neighbours here: 0 to 1.</summary>
    public double Neighbours(QueryWords query) => query.PairsIn(_sentences.Select(s => s.Terms).Prepend(_title));

    /// <summary>The sentence that holds most of the query, the first of equals; the title of a paper without text.</summary>
    public Quote Snippet(QueryWords query)
    {
        if (_sentences.Count == 0)
        {
            return Quote.Of(Paper, PaperField.Title, 0, Paper.Title.Length);
        }

        var (field, span, _) = _sentences.MaxBy(s => query.ShareIn(s.Terms));
        return Quote.Of(Paper, field, span.Start, span.Length);
    }

    private static string[] TermsOf(string stored) => [.. TextAnalyzer.AnalyzeStored(stored).Select(t => t.Term)];
}
