using PaperChat.Answering;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows the events of one answer as they come: text with citation keys, sources, and what the answer stands on.</summary>
internal sealed class AnswerRenderer(IAnsiConsole console, bool quiet)
{
    /// <summary>Returns the finished answer or refusal; a failed one is a <see cref="PaperChatException"/> after what there was.</summary>
    public async Task<Answer> RenderAsync(IAsyncEnumerable<AnswerEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var text = new AnswerTextView(console);
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            switch (happened)
            {
                case AnswerProgress progress:
                    WriteProgress(progress.Text);
                    break;
                case AnswerTextAdded added:
                    text.AddPending(added.Text);
                    break;
                case SentenceVerified verified:
                    text.Settle(verified.Text, verified.Pending);
                    break;
                case PendingTextWithdrawn or AnswerFellBack:
                    text.WithdrawPending();
                    break;
                case AnswerCompleted completed:
                    Finish(text, completed.Answer);
                    return completed.Answer;
                case AnswerFailed failed:
                    text.EndLine();
                    if (!text.HasText && failed.Partial is { Text.Length: > 0 } partial)
                    {
                        new FlowWriter(console).Write(partial.Text).EndLine();
                    }

                    WriteSources(failed.Partial?.Citations ?? []);
                    throw new PaperChatException(failed.Message, isTransient: failed.IsTransient);
            }
        }

        throw new PaperChatException("The answer ended before it was complete; ask again.");
    }

    // Steps before the text are for somebody who waits; a pipe gets the answer alone.
    private void WriteProgress(string text)
    {
        if (!quiet && console.Profile.Capabilities.Ansi)
        {
            new FlowWriter(console).Write(text, Palette.Note).EndLine();
        }
    }

    private void Finish(AnswerTextView text, Answer answer)
    {
        text.EndLine();
        if (!text.HasText)
        {
            new FlowWriter(console).Write(answer.Text, answer.Answered ? null : Palette.Warning).EndLine();
        }

        if (answer.Answered)
        {
            WriteSources(answer.Citations);
        }
        else
        {
            WriteClosest(answer);
        }

        WriteNotes(answer);
    }

    private void WriteSources(IReadOnlyList<Citation> citations)
    {
        if (citations.Count == 0)
        {
            return;
        }

        console.WriteLine();
        new FlowWriter(console).Write("Sources", Palette.Note).EndLine();
        foreach (var citation in citations.OrderBy(c => c.Number))
        {
            PaperLines.Write(console, PaperLines.Key(citation.Number), citation.Paper);
        }

        if (StatusNotes.Of(citations) is { Length: > 0 } notes)
        {
            console.WriteLine();
            new FlowWriter(console).Write(notes, Palette.Warning).EndLine();
        }
    }

    private void WriteClosest(Answer answer)
    {
        var closest = ClosestPapers(answer);
        if (closest.Count == 0)
        {
            return;
        }

        console.WriteLine();
        new FlowWriter(console).Write("Closest papers", Palette.Note).EndLine();
        for (var i = 0; i < closest.Count; i++)
        {
            PaperLines.Write(console, PaperLines.Rank(i + 1), closest[i]);
        }
    }

    /// <summary>The papers that a refusal names, in its order.</summary>
    public static IReadOnlyList<Paper> ClosestPapers(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var retrieved = answer.Retrieved.DistinctBy(r => r.Paper.Id).ToDictionary(r => r.Paper.Id, r => r.Paper);
        return [.. answer.Closest.Where(retrieved.ContainsKey).Select(id => retrieved[id])];
    }

    private void WriteNotes(Answer answer)
    {
        if (quiet)
        {
            return;
        }

        var notes = AnswerNotes.Of(answer);
        if (notes.Count > 0)
        {
            console.WriteLine();
            new FlowWriter(console).Write(string.Join(' ', notes), Palette.Note).EndLine();
        }
    }
}
