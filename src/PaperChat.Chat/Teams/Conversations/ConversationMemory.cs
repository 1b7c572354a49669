using PaperChat.Answering;
using PaperChat.Chat.Console.Session;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Teams.Conversations;

/// <summary>Makes a conversation of what is kept of it, and the other way round. Papers that left the library are left out.</summary>
internal sealed class ConversationMemory(ConversationStore store, IPaperLibrary library, SearchFilters filters)
{
    private const int MostTurns = 20;
    private const int MostListed = 50;
    private const int MostRated = 50;

    /// <summary>The conversation as it stands.</summary>
    public async Task<RememberedConversation> RecallAsync(string key, CancellationToken cancellationToken)
    {
        var state = await store.ReadAsync(key, cancellationToken);
        var papers = await PapersAsync(state, cancellationToken);
        var conversation = new Conversation(state.Filters?.Read() ?? filters);
        foreach (var turn in state.Turns)
        {
            if (turn.Text is { } text)
            {
                conversation.Add(turn.Question, AnswerOf(turn, text, papers));
            }
            else
            {
                conversation.AddStopped(turn.Question);
            }
        }

        conversation.Show(ListedOf(state.Listed, papers));
        return new RememberedConversation(key, conversation, [.. conversation.Turns], conversation.Filters);
    }

    /// <summary>Keeps what has changed in a conversation since it was recalled.</summary>
    public Task KeepAsync(RememberedConversation remembered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(remembered);
        var now = remembered.Conversation;
        var isContinued = now.Turns.Take(remembered.Before.Count).SequenceEqual(remembered.Before);
        StoredTurn[] added = [.. now.Turns.Skip(isContinued ? remembered.Before.Count : 0).Select(TurnOf)];
        StoredPaper[] listed = [.. now.Listed.Take(MostListed).Select(l => PaperOf(l.Number, l.Paper, l.Quotes))];
        return store.ChangeAsync(
            remembered.Key,
            state => state with
            {
                Turns = [.. (isContinued ? state.Turns : []).Concat(added).TakeLast(MostTurns)],
                Filters = now.Filters == remembered.Filters ? state.Filters : StoredFilters.Of(now.Filters),
                Listed = listed,
            },
            cancellationToken);
    }

    /// <summary>Keeps which message answers what, for opinions of it that come later.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="about">The question or command.</param>
    /// <param name="message">The id of the message; null where the connector gave none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task KeepMessageAsync(string key, string about, string? message, CancellationToken cancellationToken) => store.ChangeAsync(
        key, state => state with { Rated = [.. state.Rated.Append(new StoredReply(about, message)).TakeLast(MostRated)] }, cancellationToken);

    private static Answer AnswerOf(StoredTurn turn, string text, Dictionary<string, Paper> papers) => new()
    {
        Question = turn.Question,
        Answered = turn.Answered,
        Mode = AnswerMode.Extractive,
        Text = text,
        Confidence = 0,
        Citations = [.. ListedOf(turn.Citations, papers).Select(l => new Citation(l.Number, l.Paper, l.Quotes))],
        Timings = new AnswerTimings(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
    };

    private static IReadOnlyList<ListedPaper> ListedOf(IReadOnlyList<StoredPaper> stored, Dictionary<string, Paper> papers) =>
        [.. stored.Where(s => papers.ContainsKey(s.Id)).Select(s => new ListedPaper(s.Number, papers[s.Id], [.. s.Quotes.Select(q => QuoteOf(papers[s.Id], q)).OfType<Quote>()]))];

    // The abstract may have been replaced meanwhile.
    private static Quote? QuoteOf(Paper paper, StoredQuote quote)
    {
        var text = Enum.IsDefined(quote.Field) ? paper.TextOf(quote.Field) : "";
        return quote.Start >= 0 && quote.End > quote.Start && quote.End <= text.Length && text.AsSpan(quote.Start, quote.End - quote.Start).SequenceEqual(quote.Text)
            ? Quote.Of(paper, quote.Field, quote.Start, quote.End - quote.Start)
            : null;
    }

    private static StoredTurn TurnOf(Turn turn) => new(
        turn.Question, turn.Answer?.Text, turn.Answer?.Answered ?? false,
        [.. (turn.Answer?.Citations ?? []).Select(c => PaperOf(c.Number, c.Paper, c.Quotes))]);

    private static StoredPaper PaperOf(int number, Paper paper, IReadOnlyList<Quote> quotes) =>
        new(number, paper.Id.Value, [.. quotes.Select(q => new StoredQuote(q.Field, q.Start, q.End, q.Text))]);

    private async Task<Dictionary<string, Paper>> PapersAsync(ConversationState state, CancellationToken cancellationToken)
    {
        PaperId[] ids = [.. state.Listed.Concat(state.Turns.SelectMany(t => t.Citations)).Select(p => p.Id).Distinct(StringComparer.Ordinal).Select(id => new PaperId(id))];
        var found = ids.Length == 0 ? [] : await library.GetAsync(ids, cancellationToken);
        return found.DistinctBy(p => p.Id).ToDictionary(p => p.Id.Value, StringComparer.Ordinal);
    }
}
