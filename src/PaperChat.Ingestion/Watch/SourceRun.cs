using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Watch;

/// <summary>
/// Reads a source into the library by the same pipeline as the commands, and remembers how it went. What fails is read again after a
/// growing while; what was read before it failed is in.
/// </summary>
internal sealed class SourceRun(WatchLibrary library, SourceStates states, TimeProvider time, ILogger logger)
{
    public bool IsDue(WatchSource source)
    {
        ArgumentNullException.ThrowIfNull(source);

        // Without a time it was being read when the process was stopped.
        return states.Find(source.Name) is not { } state || state.Due is null || state.Due <= time.GetUtcNow();
    }

    /// <summary>When a source is due next.</summary>
    public DateTimeOffset NextDue(WatchSource source) => states.Find(source.Name)?.Due ?? time.GetUtcNow();

    public async Task RunAsync(WatchSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var now = time.GetUtcNow();
        var before = states.Find(source.Name) ?? new SourceState { Name = source.Name, First = now, Started = now };
        var begun = before with { Started = now, Due = null };
        states.Set("source begun", begun);
        try
        {
            var sources = await source.Open(before.Succeeded, before.First, cancellationToken);
            var content = ContentOf(sources);
            if (content is not null && content == before.Content)
            {
                WatchLog.SourceUnchanged(logger, source.Name);
                End(source, begun, content);
                return;
            }

            var summary = await IngestAsync(source, sources, cancellationToken);
            WatchLog.SourceRead(logger, source.Name, summary.Counts.Added, summary.Counts.Changed, summary.Counts.Unchanged, summary.Counts.Rejected);
            begun = begun with { Added = begun.Added + summary.Counts.Added };
            if (sources.OfType<Feed>().FirstOrDefault(f => f.Failure is not null) is { } broken)
            {
                Fail(source, begun, broken.Failure!.Message);
            }
            else
            {
                End(source, begun, content);
            }
        }
        catch (Exception exception) when (exception is PaperChatException or IOException or UnauthorizedAccessException)
        {
            Fail(source, begun, exception.Message);
        }
    }

    private async Task<IngestionSummary> IngestAsync(WatchSource source, IReadOnlyList<IPaperSource> sources, CancellationToken cancellationToken)
    {
        await using var writer = await library.OpenWriterAsync(cancellationToken);
        var options = new IngestionOptions
        {
            Input = source.Description,
            IsWhole = () => !sources.Any(s => s is Feed { Failure: not null }),
            Rejected = rejection => WatchLog.SourceNote(logger, source.Name, TerminalText.Line(rejection.ToString())),
        };
        var summary = await new IngestionPipeline(writer, time).RunAsync(sources, options, cancellationToken);
        if (library.WithoutVectors(writer) is { } note)
        {
            WatchLog.SourceNote(logger, source.Name, TerminalText.Line(note));
        }

        return summary;
    }

    private void End(WatchSource source, SourceState begun, string? content) => states.Set("source done", begun with
    {
        Succeeded = begun.Started,
        Due = source.Schedule.Next(time.GetUtcNow()),
        Failures = 0,
        Error = null,
        Content = content,
    });

    private void Fail(WatchSource source, SourceState begun, string reason)
    {
        var failures = begun.Failures + 1;
        var again = time.GetUtcNow() + BackOff.After(failures);
        var due = source.Schedule.Next(time.GetUtcNow()) is { } next && next < again ? next : again;
        WatchLog.SourceFailed(logger, source.Name, failures, due, TerminalText.Line(reason));
        states.Set("source failed", begun with { Due = due, Failures = failures, Error = TerminalText.Line(reason) });
    }

    // Name, length and time of all files; null where some of it is no file.
    private static string? ContentOf(IReadOnlyList<IPaperSource> sources)
    {
        var text = new StringBuilder();
        foreach (var source in sources)
        {
            if (source is Feed || new FileInfo(source.Location) is not { Exists: true } file)
            {
                return null;
            }

            text.Append(CultureInfo.InvariantCulture, $"{source.Location}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\0");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
