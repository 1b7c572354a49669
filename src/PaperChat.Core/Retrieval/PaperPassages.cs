using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>What a paper's title and sentences hold of a query.</summary>
internal sealed class PaperPassages(Paper paper)
{
    private static readonly PaperField[] Fields = [PaperField.Abstract, PaperField.Body];

    public Paper Paper { get; } = paper;

    /// <summary>How much of the query stands in the title: 0 to 1.</summary>
    public double InTitle(QueryWords query) => query.ShareIn(Paper.Title);

    /// <summary>How many of the query's neighbouring words are neighbours here: 0 to 1.</summary>
    public double Neighbours(QueryWords query) => query.PairsIn(Fields.Select(Paper.TextOf).Prepend(Paper.Title));

    /// <summary>The sentence that holds most of the query, the first of equals; the title of a paper without text.</summary>
    public Quote Snippet(QueryWords query)
    {
        var best = (Field: PaperField.Title, Span: new TextSpan(0, Paper.Title.Length), Share: -1.0);
        foreach (var field in Fields)
        {
            var text = Paper.TextOf(field);
            foreach (var span in SentenceSplitter.Split(text))
            {
                if (query.ShareIn(span.Of(text)) is var share && share > best.Share)
                {
                    best = (field, span, share);
                }
            }
        }

        return Quote.Of(Paper, best.Field, best.Span.Start, best.Span.Length);
    }
}
