using PaperChat.Hosting;

namespace PaperChat.Ingestion.Progress;

/// <summary>Shows nothing but the lines written.</summary>
internal sealed class NoProgress(CommandContext context) : ProgressDisplay
{
    public override Task<T> RunAsync<T>(long? bytesTotal, Func<IProgress<IngestionProgress>?, Task<T>> work) => work(null);

    public override void WriteLine(string text) => context.Console.Error.WriteLine(text);
}
