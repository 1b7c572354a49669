using System.Globalization;
using PaperChat.Answering;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>What is said below an answer: how sure it is, who wrote it, what is missing from it and what it stands on.</summary>
internal static class AnswerNotes
{
    private const double HighConfidence = 0.75;
    private const double FairConfidence = 0.5;

    /// <summary>A sentence each; none where there is nothing to say.</summary>
    public static IReadOnlyList<string> Of(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        List<string> notes = [];
        if (answer.Answered)
        {
            notes.Add(Confidence(answer.Confidence));
        }

        if (answer is { Mode: AnswerMode.Model, Model: { } model })
        {
            notes.Add(WrittenBy(model, answer.Timings));
        }

        if (answer.Fallback is { } fallback)
        {
            notes.Add($"In the papers' own sentences: {TerminalText.Line(fallback.Message)}");
        }

        if (!answer.Complete)
        {
            notes.Add($"The model's answer was cut off ({answer.Reason}).");
        }

        if (answer.Unsupported > 0)
        {
            var what = answer.Sentences.Any(s => s.Dropped) ? "left out" : "marked";
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"Sentences {what} because no source supports them: {answer.Unsupported}."));
        }

        if (answer.StandsOn is { } basis)
        {
            notes.Add($"Searched: {TerminalText.Line(basis)}.");
        }

        return notes;
    }

    private static string Confidence(double value)
    {
        var word = value >= HighConfidence ? "high" : value >= FairConfidence ? "fair" : "low, check the sources";
        return string.Create(CultureInfo.InvariantCulture, $"Confidence: {word} ({value:0.00}).");
    }

    private static string WrittenBy(ModelUse model, AnswerTimings timings)
    {
        var tokens = model.PromptTokens is null ? "" : string.Create(CultureInfo.InvariantCulture, $" and {model.PromptTokens + (model.CompletionTokens ?? 0):N0} tokens");
        return string.Create(CultureInfo.InvariantCulture, $"Written by {TerminalText.Line(model.Name)} in {timings.Total.TotalSeconds:0.0} s{tokens}.");
    }
}
