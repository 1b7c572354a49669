using PaperChat.Hosting;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>
/// Shows what a review is at, on standard error: one line that changes on a terminal, a plain line each where it is piped, nothing with
/// <c>--quiet</c> or <c>--json</c>.
/// </summary>
internal static class ReviewProgress
{
    public static async Task<T> RunAsync<T>(CommandContext context, Func<IProgress<ReviewStage>?, Task<T>> work)
    {
        if (context.Settings.Quiet || context.Settings.Json)
        {
            return await work(null);
        }

        if (!context.Console.ErrorIsTerminal)
        {
            return await work(new Lines(s => context.Console.Error.WriteLine(Text(s))));
        }

        return await context.Console.AnsiError.Status().Spinner(Spinner.Known.Line).StartAsync(
            "Starting", status => work(new Lines(s => status.Status(Text(s)))));
    }

    private static string Text(ReviewStage stage) => stage switch
    {
        ReviewStage.Searching => "Searching the library",
        ReviewStage.Grouping => "Grouping the papers into themes",
        _ => "Writing the sections",
    };

    // Not Progress<T>, which reports later and on another thread.
    private sealed class Lines(Action<ReviewStage> write) : IProgress<ReviewStage>
    {
        public void Report(ReviewStage value) => write(value);
    }
}
