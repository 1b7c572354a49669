using System.Globalization;
using PaperChat.Answering;
using PaperChat.Hosting;
using PaperChat.Papers;
using Spectre.Console;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Shows the events of one answer as they come: text with citation keys, sources, and what the answer stands on.</summary>
internal sealed class AnswerRenderer(IAnsiConsole console, bool quiet)
{
    private const double HighConfidence = 0.75;
    private const double FairConfidence = 0.5;

    /// <summary>Returns the finished answer or refusal; a failed one is a <see cref="PaperChatException"/> after what there was.</summary>
    public async Task<Answer> RenderAsync(IAsyncEnumerable<AnswerEvent> events, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        var text = new FlowWriter(console);
        var begun = false;
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            switch (happened)
            {
                case AnswerTextAdded added:
                    text.Write(added.Text);
                    begun = true;
                    break;
                case AnswerCompleted completed:
                    Finish(text, begun, completed.Answer);
                    return completed.Answer;
                case AnswerFailed failed:
                    EndText(text, begun);
                    WriteSources(failed.Partial?.Citations ?? []);
                    throw new PaperChatException(failed.Message, isTransient: failed.IsTransient);
            }
        }

        throw new PaperChatException("The answer ended before it was complete; ask again.");
    }

    private static void EndText(FlowWriter text, bool begun)
    {
        if (begun)
        {
            text.EndLine();
        }
    }

    private static string Confidence(double value)
    {
        var word = value >= HighConfidence ? "high" : value >= FairConfidence ? "fair" : "low, check the sources";
        return string.Create(CultureInfo.InvariantCulture, $"Confidence: {word} ({value:0.00}).");
    }

    private void Finish(FlowWriter text, bool begun, Answer answer)
    {
        if (!begun)
        {
            text.Write(answer.Text, answer.Answered ? null : Palette.Warning);
        }

        text.EndLine();
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

        List<string> notes = [];
        if (answer.Answered)
        {
            notes.Add(Confidence(answer.Confidence));
        }

        if (!answer.Complete)
        {
            notes.Add("The answer was cut off.");
        }

        var dropped = answer.Sentences.Count(s => s.Dropped);
        if (dropped > 0)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Sentences left out because no source supports them: {dropped}."));
        }

        if (answer.StandsOn is { } basis)
        {
            notes.Add($"Searched: {TerminalText.Line(basis)}.");
        }

        if (notes.Count > 0)
        {
            console.WriteLine();
            new FlowWriter(console).Write(string.Join(' ', notes), Palette.Note).EndLine();
        }
    }
}
