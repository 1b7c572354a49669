using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Sources;

namespace PaperChat.Hosting;

/// <summary>
/// The sample page that travels inside the program: summaries of 64 papers, for a first question before any paper was ingested.
/// It goes into the default library alone, and only while that is empty.
/// </summary>
public static class SampleLibrary
{
    private const string Folder = "samples/";

    /// <summary>
    /// Opens the library for reading. Where it is the default one and empty, <paramref name="accept"/> decides whether the sample
    /// goes in first (never into a shared one on a server); without <paramref name="accept"/> (nobody can be asked) it does, and a note says so.
    /// </summary>
    public static async Task<IPaperLibrary> OpenAsync(
        CommandContext context, Func<CancellationToken, Task<bool>>? accept, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Settings.IsQdrant || context.Settings.Library.IsExplicit)
        {
            return await LibraryDoor.OpenAsync(context, cancellationToken);
        }

        if (LibraryDoor.Exists(context))
        {
            var library = await LibraryDoor.OpenAsync(context, cancellationToken);
            if (await HoldsPapersAsync(library, cancellationToken) || (accept is not null && !await accept(cancellationToken)))
            {
                return library;
            }

            await library.DisposeAsync();
        }
        else if (accept is not null && !await accept(cancellationToken))
        {
            await CreateEmptyAsync(context, cancellationToken);
            return await LibraryDoor.OpenAsync(context, cancellationToken);
        }

        var summary = await LoadAsync(context, cancellationToken);
        context.Note(FormattableString.Invariant(
            $"The library was empty: {summary.Counts.Added} summaries written for the sample are in it now ({context.Settings.Library.Path})."));
        return await LibraryDoor.OpenAsync(context, cancellationToken);
    }

    /// <summary>Ingests the sample, each paper of kind summary, so that the real paper replaces it.</summary>
    public static async Task<IngestionSummary> LoadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        await using var writer = await LibraryDoor.OpenWriterAsync(context, cancellationToken);
        var sources = new List<IPaperSource>();
        foreach (var name in Pages())
        {
            var page = typeof(SampleLibrary).Assembly.GetManifestResourceStream(name)!;
            var finder = new SourceFinder(new SourceOptions { Kind = PaperKind.Summary });
            sources.AddRange((await finder.FindAsync(["-"], page, cancellationToken)).Select(source => new SampleSource(source, name)));
        }

        return await new IngestionPipeline(writer, context.Time).RunAsync(sources, new IngestionOptions { Input = "sample" }, cancellationToken);
    }

    private static IEnumerable<string> Pages() => typeof(SampleLibrary).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static async Task<bool> HoldsPapersAsync(IPaperLibrary library, CancellationToken cancellationToken)
    {
        try
        {
            return (await library.GetStateAsync(cancellationToken)).Papers > 0;
        }
        catch
        {
            await library.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateEmptyAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var writer = await LibraryDoor.OpenWriterAsync(context, cancellationToken);
        await writer.CommitAsync(cancellationToken);
    }

    /// <summary>A page under the name it has in the repository.</summary>
    private sealed class SampleSource(IPaperSource page, string name) : IPaperSource
    {
        public string Format => page.Format;

        public string Location => name;

        public IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken) => page.ReadAsync(cancellationToken);
    }
}
