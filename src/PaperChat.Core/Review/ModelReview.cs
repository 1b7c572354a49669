using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Prompts;

namespace PaperChat.Review;

/// <summary>What a chat model does for a review: it names and orders the themes and writes their sections, several at a time. Thread-safe.</summary>
public sealed class ModelReview(IChatClient client, PromptSet prompts, ModelAnswerOptions options)
{
    private static readonly string[] Used = [PromptNames.LabelTheme, PromptNames.ReviewOutline, PromptNames.ReviewSection];

    internal static AnswerFallback Stopped { get; } = new("cancelled", "It was stopped.");

    /// <summary>The prompts that a review is made with.</summary>
    public IReadOnlyList<ReviewPrompt> Prompts { get; } = [.. Used.Select(n => new ReviewPrompt(n, prompts[n].Hash))];

    internal ModelSpend Begin() => new(ModelDraft.NameOf(client), prompts[PromptNames.ReviewSection].Hash);

    /// <summary>The themes named and put in order. A model that fails, or is stopped, leaves them as they are and says why.</summary>
    internal async Task<(ThemePlan Plan, AnswerFallback? Failure)> PlanAsync(
        string topic, IReadOnlyList<ReviewTheme> themes, bool keepsThemes, ModelSpend spent, CancellationToken cancellationToken)
    {
        var plan = new ThemePlan(themes, [.. themes.Select(_ => "")]);
        try
        {
            var planner = new ThemePlanner(client, prompts, options, spent);
            if (!keepsThemes)
            {
                plan = plan with { Themes = await planner.NameAsync(topic, themes, cancellationToken) };
                plan = plan.Themes.Count > 1 ? await planner.OrderAsync(topic, plan.Themes, cancellationToken) : plan;
            }

            return (plan, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (plan, Stopped);
        }
        catch (ModelException exception)
        {
            return (plan, new AnswerFallback(exception.Code, exception.Message));
        }
    }

    /// <summary>
    /// A section a theme, in order; null for those that were not begun, because the model had failed for another one or it was
    /// stopped. What holds of a section that breaks off is kept.
    /// </summary>
    internal async Task<(IReadOnlyList<WrittenSection?> Sections, AnswerFallback? Failure)> WriteAsync(
        string topic, ThemePlan plan, bool keepsUnsupported, ModelSpend spent, IProgress<ReviewProgress>? progress, CancellationToken cancellationToken)
    {
        var writer = new ReviewSectionWriter(client, prompts[PromptNames.ReviewSection], options, spent);
        var sections = new WrittenSection?[plan.Themes.Count];
        var done = 0;
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            progress?.Report(new ReviewProgress(ReviewStage.Writing, 0, sections.Length));
            await Parallel.ForAsync(0, sections.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = failed.Token },
                async (i, _) =>
                {
                    // Not the loop's token: a section that another one's failure finds half-written is finished.
                    sections[i] = await writer.WriteAsync(topic, plan.Themes[i], plan.Covers[i], keepsUnsupported, cancellationToken);
                    progress?.Report(new ReviewProgress(ReviewStage.Writing, Interlocked.Increment(ref done), sections.Length));
                    if (IsFailure(sections[i]!.Cut))
                    {
                        await failed.CancelAsync();
                    }
                });
        }
        catch (OperationCanceledException) when (failed.IsCancellationRequested)
        {
            // What was not begun is told by its null.
        }

        return (sections, cancellationToken.IsCancellationRequested ? Stopped : sections.FirstOrDefault(s => s?.Cut is not null)?.Cut);
    }

    // A text that was too long says nothing about the other sections; a service that is down does.
    private static bool IsFailure(AnswerFallback? cut) => cut is not null && cut.Code is not ("model-length" or "model-content-filter");
}
