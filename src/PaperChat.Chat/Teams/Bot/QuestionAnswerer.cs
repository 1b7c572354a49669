using System.Text;
using PaperChat.Answering;
using PaperChat.Chat.Api.Telemetry;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Teams.Replies;
using PaperChat.Hosting.Teams;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>Answers questions: settled text is shown as it comes, the whole of it with citations, notes and what could be asked next.</summary>
internal sealed class QuestionAnswerer(PaperDesk desk)
{
    /// <summary>A plain question, which may follow up on the turn before.</summary>
    public Task<Reply> AnswerAsync(BotTurn turn, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var conversation = turn.Remembered.Conversation;
        var question = new Question { Text = QuestionText.Check(text), History = conversation.History, Filters = conversation.Filters };
        return AnswerAsync(turn, question, question.Text, warning: null, cancellationToken);
    }

    /// <summary>Any question; the conversation remembers it.</summary>
    /// <param name="turn">The message.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="shown">The question as the conversation shows it.</param>
    /// <param name="warning">Stands before the answer.</param>
    /// <param name="cancellationToken">Stops the answer; the turn is remembered as a stopped one.</param>
    public async Task<Reply> AnswerAsync(BotTurn turn, Question question, string shown, string? warning, CancellationToken cancellationToken)
    {
        var conversation = turn.Remembered.Conversation;
        var before = warning is null ? "" : TeamsMarkdown.Escape(warning) + "\n\n";
        Answer answer;
        try
        {
            await turn.Channel.BeginAsync("Searching the library…", cancellationToken);
            answer = await StreamAsync(turn.Channel, question, before, cancellationToken);
        }
        catch (Exception exception) when (exception is PaperChatException or OperationCanceledException)
        {
            conversation.AddStopped(shown);
            throw;
        }

        conversation.Add(shown, answer);
        var next = await FollowUpQuestions.AfterAsync(desk.Pipeline, conversation, answer, cancellationToken);
        return ReplyTo(answer, before) with { Suggestions = next };
    }

    private async Task<Answer> StreamAsync(ReplyChannel channel, Question question, string before, CancellationToken cancellationToken)
    {
        var settled = new StringBuilder();
        await foreach (var happened in desk.Recent.AskAsync(question, cancellationToken).Recorded(cancellationToken))
        {
            switch (happened)
            {
                case AnswerProgress progress:
                    await channel.TellAsync(TeamsMarkdown.Escape(progress.Text), cancellationToken);
                    break;
                case SentenceVerified { Text.Length: > 0 } verified:
                    settled.Append(verified.Text);
                    await channel.ShowAsync(before + TeamsMarkdown.Answer(settled.ToString()), cancellationToken);
                    break;
                case AnswerFellBack:
                    settled.Clear();
                    break;
                case AnswerCompleted completed:
                    return completed.Answer;
                case AnswerFailed failed:
                    return failed.Partial is { Text.Length: > 0 } partial ? partial with { Complete = false } : throw new PaperChatException(failed.Message, isTransient: failed.IsTransient);
            }
        }

        throw new PaperChatException("The answer ended before it was complete; ask again.");
    }

    private static Reply ReplyTo(Answer answer, string before)
    {
        var text = new StringBuilder(before).Append(TeamsMarkdown.Answer(answer.Text));
        if (!answer.Answered && AnswerRenderer.ClosestPapers(answer) is { Count: > 0 } closest)
        {
            text.Append("\n\nClosest papers:\n\n").Append(PaperList.Of(closest.Select((p, i) => (i + 1, p, Quoted: ""))));
        }

        var notes = string.Join(' ', AnswerNotes.Of(answer).Prepend(StatusNotes.Of(answer.Answered ? answer.Citations : [])).Where(n => n.Length > 0));
        return new Reply(notes.Length == 0 ? text.ToString() : text.Append("\n\n*").Append(TeamsMarkdown.Escape(notes)).Append('*').ToString())
        {
            Citations = answer.Answered ? answer.Citations : [],
            IsWritten = answer.Mode == AnswerMode.Model,
            AsksFeedback = true,
        };
    }
}
