using PaperChat.Hosting;

namespace PaperChat.Ingestion.Progress;

/// <summary>Plain lines: one at the start, one with the first papers, then one every few seconds.</summary>
internal sealed class PlainProgress(CommandContext context) : ProgressDisplay, IProgress<IngestionProgress>
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private TimeSpan? _last;

    public override Task<T> RunAsync<T>(long? bytesTotal, Func<IProgress<IngestionProgress>?, Task<T>> work)
    {
        WriteLine(TerminalText.Line($"Reading into {context.Settings.Location}"));
        return work(this);
    }

    public override void WriteLine(string text) => context.Console.Error.WriteLine(text);

    public void Report(IngestionProgress value)
    {
        if (_last is { } last && value.Elapsed - last < Interval)
        {
            return;
        }

        _last = value.Elapsed;
        WriteLine(ProgressText.Describe(value));
    }
}
