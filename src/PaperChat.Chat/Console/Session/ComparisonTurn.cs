using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Comparison;

namespace PaperChat.Chat.Console.Session;

/// <summary>A comparison as an answer of the conversation, so that its sources can be shown, followed up and exported.</summary>
internal static class ComparisonTurn
{
    public static Answer Of(PaperComparison comparison, string question)
    {
        var statements = comparison.Aspects.SelectMany((aspect, row) => comparison.Papers
            .SelectMany(p => p.Cells[row].Statements.Select(s => (Aspect: aspect, p.Key, Statement: s)))).ToArray();
        return new Answer
        {
            Question = question,
            Answered = true,
            Mode = comparison.Mode,
            Text = string.Join('\n', comparison.Aspects.Select((a, row) => Row(comparison, a, row))),
            Confidence = 1,
            Sentences = [.. statements.Select(s => new AnswerSentence(s.Statement.Text, [s.Key], s.Statement.Verdict, 1) { Quotes = [new KeyedQuote(s.Key, s.Statement.Quote)] })],
            Citations = [.. comparison.Papers.Select(p => new Citation(p.Key, p.Paper, [.. statements.Where(s => s.Key == p.Key).Select(s => s.Statement.Quote).Distinct()]))],
            Model = comparison.Model,
            Timings = new AnswerTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
        };
    }

    private static string Row(PaperComparison comparison, ComparisonAspect aspect, int row) =>
        $"{ComparisonAspects.Title(aspect)}: " + string.Join(' ', comparison.Papers.Select(p => $"{PaperLines.Key(p.Key)} {string.Join(' ', ComparisonText.Lines(p.Cells[row]))}"));
}
