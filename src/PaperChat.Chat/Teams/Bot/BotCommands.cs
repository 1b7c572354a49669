using System.Text;
using System.Text.RegularExpressions;
using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams.Cards;
using PaperChat.Chat.Teams.Conversations;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>
/// The commands of the console's chat, in Teams. Those that need more than text have their own form here; the others say what the console
/// says. Those that open something on the server's machine are not there.
/// </summary>
internal sealed partial class BotCommands(PaperDesk desk, ConversationStore store, QuestionAnswerer questions, ReviewWriter reviews)
{
    private const int Hits = 5;
    private const int LongestText = 12_000;

    private static readonly string[] NotHere = ["open", "export", "quit"];

    /// <summary>What the bot says to a text that begins with a slash.</summary>
    public Task<Reply> RunAsync(BotTurn turn, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(text);
        var space = text.IndexOfAny([' ', '\n']);
        var arguments = space < 0 ? "" : text[space..].Trim();
        if (text is "/here")
        {
            return Task.FromResult(Here(turn));
        }

        return SlashCommands.Find(space < 0 ? text[1..] : text[1..space])?.Name switch
        {
            "help" => Task.FromResult(Help()),
            "search" => SearchAsync(turn, arguments, cancellationToken),
            "compare" => CompareAsync(turn, arguments, cancellationToken),
            "review" => reviews.WriteAsync(turn, arguments, cancellationToken),
            "cite" => Task.FromResult(Cite(turn, arguments)),
            { } name when NotHere.Contains(name) => Task.FromResult(new Reply($"/{name} works in the console alone. /help lists what works here.")),
            _ => SayAsync(turn, text, cancellationToken),
        };
    }

    public static Reply Help()
    {
        var text = new StringBuilder("Ask a question; it may follow up on the one before. Or:\n");
        foreach (var command in SlashCommands.All.Where(c => !NotHere.Contains(c.Name)))
        {
            text.Append("\n- **").Append(TeamsMarkdown.Escape($"/{command.Name} {command.Arguments}".TrimEnd())).Append("** ").Append(TeamsMarkdown.Escape(command.Description));
        }

        text.Append("\n- **/here** What this conversation is called where digests are subscribed to");
        return new Reply(text.Append("\n\nN is the number of a paper in the last list, such as 1 for the source 1. A question may hold filters too: ")
            .Append(TeamsMarkdown.Escape("year:2023.. venue:ICLR author:\"Jane Doe\"")).ToString());
    }

    // The key names a file and gives no right: only who may run the ingestion subscribes with it.
    private static Reply Here(BotTurn turn) => new(
        "Digests of new papers can be sent here, by whoever runs the server:\n\n"
        + TeamsMarkdown.Fenced($"paperchat-ingest subscribe \"INTEREST\" --teams {turn.Remembered.Key}"));

    // Everything else: the console's own words.
    private async Task<Reply> SayAsync(BotTurn turn, string text, CancellationToken cancellationToken)
    {
        using var captured = new CapturedSession(desk, turn.Remembered.Conversation);
        await captured.Session.HandleAsync(text, cancellationToken);
        return new Reply(Highlighted(TeamsMarkdown.Lines(captured.Said)));
    }

    // The console without colours marks quoted words with signs; here they can be bold.
    private static string Highlighted(string markdown) => QuotedPattern().Replace(markdown, "**$1**");

    private async Task<Reply> SearchAsync(BotTurn turn, string arguments, CancellationToken cancellationToken)
    {
        if (arguments.Length == 0)
        {
            return new Reply("Say what to look for: /search sparse attention");
        }

        await turn.Channel.BeginAsync("Searching the library…", cancellationToken);
        var conversation = turn.Remembered.Conversation;
        var result = await desk.Recent.SearchAsync(new PaperQuery { Text = QuestionText.Check(arguments), Filters = conversation.Filters, Limit = Hits }, cancellationToken);
        conversation.Show(result.Hits);
        var notes = string.Concat(result.Notes.Select(n => TeamsMarkdown.Escape(n) + "\n\n"));
        return new Reply(notes + (result.Hits.Count == 0
            ? "No paper matches."
            : PaperList.Of(result.Hits.Select(h => (h.Rank, h.Paper, h.Snippet.Field == PaperField.Title ? "" : PaperText.Cleaned(h.Snippet.Text))))))
        {
            Suggestions = result.Hits.Count > 1 ? ["/compare 1 2", "/cite 1"] : result.Hits.Count > 0 ? ["/show 1", "/cite 1"] : [],
        };
    }

    private async Task<Reply> CompareAsync(BotTurn turn, string arguments, CancellationToken cancellationToken)
    {
        var conversation = turn.Remembered.Conversation;
        using var captured = new CapturedSession(desk, conversation);
        if (await ComparedPapers.ReadAsync(captured.Session, arguments, cancellationToken) is not { } compared)
        {
            return new Reply(TeamsMarkdown.Lines(captured.Said));
        }

        if (compared.Aspect is null)
        {
            return await TableAsync(turn, compared.Papers, cancellationToken);
        }

        return await AspectComparison.FindAsync(desk.Pipeline, compared, cancellationToken) is { } found
            ? await questions.AnswerAsync(turn, found.Question, ComparisonQuestion.Of(compared.Papers, compared.Aspect), found.Warning, cancellationToken)
            : new Reply(TeamsMarkdown.Escape(AspectComparison.Silent));
    }

    private async Task<Reply> TableAsync(BotTurn turn, IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        await turn.Channel.BeginAsync("Comparing…", cancellationToken);
        var comparison = await new PaperComparisons(desk).CompareAsync(papers, [], extractive: false, cancellationToken);
        var id = ConversationStore.NewCardId();
        var card = ComparisonCard.Of(comparison, id, turn.Remembered.Key);
        await store.KeepAsync(id, card, cancellationToken);
        var question = ComparisonQuestion.Of(papers, aspect: null);
        var answer = ComparisonTurn.Of(comparison, question);
        turn.Remembered.Conversation.Add(question, answer);
        return new Reply("Side by side: " + string.Join(", ", comparison.Papers.Select(p => TeamsMarkdown.Escape($"{MethodName.Of(p.Paper) ?? PaperText.Title(p.Paper)} {PaperLines.Key(p.Key)}"))))
        {
            Citations = answer.Citations,
            Card = card.Summary,
            IsWritten = comparison.Mode == AnswerMode.Model,
            AsksFeedback = true,
            Suggestions = ["/cite 1 2"],
        };
    }

    private Reply Cite(BotTurn turn, string arguments)
    {
        using var captured = new CapturedSession(desk, turn.Remembered.Conversation);
        if (CiteSlashCommand.Bibliography(captured.Session, arguments) is not { } bibliography)
        {
            return new Reply(TeamsMarkdown.Lines(captured.Said));
        }

        var parts = Parts(bibliography).Select(TeamsMarkdown.Fenced).ToArray();
        return new Reply(parts[0]) { More = parts[1..] };
    }

    // Cut between entries, so that each message can be copied.
    private static IEnumerable<string> Parts(string text)
    {
        while (text.Length > LongestText)
        {
            var at = text.LastIndexOf("\n\n", LongestText, StringComparison.Ordinal) is > 0 and var blank ? blank : LongestText;
            yield return text[..at];
            text = text[at..].TrimStart('\n');
        }

        yield return text;
    }

    [GeneratedRegex("&gt;&gt;(\\S(?:[^\\n]*?\\S)?)&lt;&lt;")]
    private static partial Regex QuotedPattern();
}
