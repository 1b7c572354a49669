using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Questions;

/// <summary>
/// Makes a question in a conversation stand by itself: one that leans on the turn before gets that turn's papers as its focus and, when
/// it says too little, that turn's terms. The user's turns are all it needs; what was answered is found again.
/// </summary>
internal sealed class ConversationReader(HybridRetriever retriever)
{
    // Older turns are out of mind.
    private const int Turns = 4;

    private const float CarriedWeight = 0.3f;

    private const int FocusPapers = 5;

    /// <summary>What the turns before were about; none of it depends on the question itself.</summary>
    public async Task<ConversationPast> ReadPastAsync(Question question, DateOnly today, CancellationToken cancellationToken)
    {
        IReadOnlyList<PaperId> focus = [];
        QuestionReading? before = null;
        foreach (var turn in question.History.Where(t => !string.IsNullOrWhiteSpace(t)).TakeLast(Turns))
        {
            var earlier = Carry(QuestionReader.Read(turn, question.Filters, before is not null, today), before);
            var ranking = await retriever.RankAsync(earlier, StaysWith(earlier) ? focus : [], cancellationToken);
            focus = FocusOf(ranking);
            before = earlier;
        }

        return new ConversationPast(before, focus);
    }

    /// <summary>The question in the light of the turns before, and the papers that it stays with.</summary>
    public static (QuestionReading Reading, IReadOnlyList<PaperId> Focus) Read(Question question, ConversationPast past, DateOnly today)
    {
        var reading = Carry(QuestionReader.Read(question.Text, question.Filters, past.Last is not null, today), past.Last);
        return (reading, StaysWith(reading) ? past.Focus : []);
    }

    // Whoever names nothing and asks for no list may still speak of the same papers: "where does the clash sit?".
    private static bool StaysWith(QuestionReading reading) =>
        reading.LeansOnHistory || (reading.Kind != QuestionKind.Topic && !reading.Terms.Any(t => t.IsName));

    // "And on LVBench?" asks what was asked before; the papers in focus carry the rest.
    private static QuestionReading Carry(QuestionReading reading, QuestionReading? before)
    {
        if (before is null || !reading.LeansOnHistory)
        {
            return reading;
        }

        var carried = before.Terms.Where(t => reading.Terms.All(o => o.Term != t.Term)).Select(t => t with { Weight = t.Weight * CarriedWeight, Start = -1 });
        var elliptic = reading.Terms.Count(t => t.Weight >= 1) <= 1 && reading.Form == AnswerForm.Any;
        return reading with
        {
            Terms = [.. reading.Terms, .. carried],
            Kind = elliptic && reading.Kind is QuestionKind.Fact or QuestionKind.Topic ? before.Kind : reading.Kind,
            Form = elliptic ? before.Form : reading.Form,
            Counted = elliptic ? before.Counted : reading.Counted,
            Filters = reading.Filters.IsEmpty ? before.Filters : reading.Filters,
        };
    }

    private static PaperId[] FocusOf(Ranking ranking)
    {
        var count = ranking.Reading.Kind is QuestionKind.Topic or QuestionKind.Comparison ? FocusPapers : 1;
        return [.. ranking.Papers.Take(count).Select(p => p.Paper.Paper.Id)];
    }
}
