using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>Shows what a review is at: one line that changes on a terminal, a plain line each where it is piped.</summary>
internal static class ReviewStatus
{
    /// <summary>On standard error; nothing with <c>--quiet</c> or <c>--json</c>.</summary>
    public static async Task<T> RunAsync<T>(CommandContext context, Func<IProgress<ReviewProgress>?, Task<T>> work)
    {
        if (context.Settings.Quiet || context.Settings.Json)
        {
            return await work(null);
        }

        return context.Console.ErrorIsTerminal
            ? await RunAsync(context.Console.AnsiError, work)
            : await work(new Lines(s => context.Console.Error.WriteLine(s)));
    }

    /// <summary>On a terminal; the line is gone when the work is done.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<IProgress<ReviewProgress>?, Task<T>> work) =>
        console.Status().Spinner(Spinner.Known.Line).StartAsync("Starting", status => work(new Lines(s => status.Status(Markup.Escape(s)))));

    // Not Progress<T>, which reports later and on another thread. Sections that are written side by side report side by side.
    private sealed class Lines(Action<string> write) : IProgress<ReviewProgress>
    {
        private readonly Lock _gate = new();

        public void Report(ReviewProgress value)
        {
            lock (_gate)
            {
                write(ReviewStages.Words(value));
            }
        }
    }
}
