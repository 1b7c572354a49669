using PaperChat.Hosting;
using Spectre.Console;

namespace PaperChat.Ingestion.Progress;

/// <summary>A bar that goes away when the work is done.</summary>
internal sealed class TerminalProgress(CommandContext context) : ProgressDisplay
{
    public override async Task<T> RunAsync<T>(long? bytesTotal, Func<IProgress<IngestionProgress>?, Task<T>> work)
    {
        var bar = context.Console.AnsiError.Progress().AutoClear(true).HideCompleted(false).Columns(
            new SpinnerColumn(Spinner.Known.Line),
            new ProgressBarColumn(),
            new TaskDescriptionColumn { Alignment = Justify.Left });
        return await bar.StartAsync(live =>
        {
            var task = live.AddTask("Reading", maxValue: Math.Max(1, bytesTotal ?? 1));
            task.IsIndeterminate = bytesTotal is null;
            return work(new Bar(task));
        });
    }

    public override void WriteLine(string text) => context.Console.AnsiError.WriteLine(text);

    private sealed class Bar(ProgressTask task) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value)
        {
            task.Value = value.BytesRead;
            task.Description = Markup.Escape(ProgressText.Describe(value));
        }
    }
}
