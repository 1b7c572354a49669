using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Transport;
using PaperChat.Text;

namespace PaperChat.Qdrant.Search;

/// <summary>
/// Says what each term in each field adds to a score by words. The server gives the sum alone: the parts are computed again from the
/// texts, and made to add up to it.
/// </summary>
/// <param name="terms">Terms with their weight times their inverse document frequency.</param>
/// <param name="averageLength">That of the collection's manifest.</param>
internal sealed class ScoreExplanation(IReadOnlyList<(string Term, double Factor)> terms, double averageLength)
{
    public IReadOnlyList<TermScore> Of(FoundPoint point)
    {
        var payload = point.Payload;
        var stored = payload.GetProperty(PointKeys.Title).GetString()!;
        var title = TextAnalyzer.AnalyzeStored(stored);
        var text = TextAnalyzer.AnalyzeStored(PaperPayloadReader.Text(payload, PointKeys.Text) ?? PaperPayloadReader.Text(payload, PointKeys.Abstract) ?? "");
        var name = TitleName.TermOf(stored);
        var field = FieldOf(payload);
        var length = (title.Count * FieldWeights.Title) + text.Count;
        var parts = new List<TermScore>();
        foreach (var (term, factor) in terms)
        {
            var inTitle = term == name ? 1 : title.Count(t => t.Term == term);
            var inText = text.Count(t => t.Term == term);
            var frequency = (inTitle * FieldWeights.Title) + inText;
            if (frequency > 0)
            {
                var each = factor * TermWeights.Of(frequency, length, averageLength) / frequency;
                Add(parts, new TermScore(term, PaperField.Title, inTitle, each * inTitle * FieldWeights.Title));
                Add(parts, new TermScore(term, field, inText, each * inText));
            }
        }

        var sum = parts.Sum(p => p.Score);
        return [.. parts.Select(p => p with { Score = sum > 0 ? p.Score * point.Score / sum : 0 })];
    }

    private static PaperField FieldOf(System.Text.Json.JsonElement payload)
    {
        var isHead = payload.GetProperty(PointKeys.Type).GetString() == PointKeys.PaperType;
        return isHead ? PaperPayloadReader.Chunks(payload)[0].Field : PaperField.Body;
    }

    private static void Add(List<TermScore> parts, TermScore part)
    {
        if (part.Frequency > 0)
        {
            parts.Add(part);
        }
    }
}
