using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources;

/// <summary>
/// Turns what the user names (files, folders, globs, <c>-</c>) into sources. Formats are recognised by the first bytes, after
/// decompression, never by a file's name; every file in a zip archive is a source of its own. Folders are searched to the bottom without hidden entries and symbolic links to folders.
/// </summary>
public sealed class SourceFinder
{
    private const int MostReasons = 10;
    private readonly SourceOptions _options;

    /// <exception cref="SourceException"><see cref="SourceOptions.Format"/> is no format.</exception>
    public SourceFinder(SourceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Format is { } format && !SourceFormats.All.Contains(format))
        {
            throw new SourceException($"There is no format '{format}'. PaperChat reads {string.Join(", ", SourceFormats.All)}.");
        }

        _options = options;
    }

    /// <summary>
    /// The sources in the order of the inputs, those of one folder or glob in ordinal order of their paths; a file that several
    /// inputs name comes once. An input that cannot be read is a source that yields one rejection, so that the others go on.
    /// <paramref name="standardInput"/> is what <c>-</c> reads; it stays the caller's and can be read once.
    /// </summary>
    /// <exception cref="SourceException">Nothing among the inputs can be read.</exception>
    public async Task<IReadOnlyList<IPaperSource>> FindAsync(
        IEnumerable<string> inputs, Stream? standardInput, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var sources = new List<IPaperSource>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            foreach (var found in input == "-" ? [StandardInput(standardInput)] : InputPaths.Expand(input))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (seen.Add(found.Identity))
                {
                    sources.AddRange(await RecognizeAsync(found, cancellationToken));
                }
            }
        }

        var unreadable = sources.OfType<UnreadableSource>().ToList();
        return unreadable.Count < sources.Count ? sources : throw NothingToRead(unreadable);
    }

    private static FoundInput StandardInput(Stream? stream) => stream is null
        ? FoundInput.Unreadable("-", "Standard input cannot be read here: name a file instead.")
        : new FoundInput("-", "-", () => new StoredStream(ReadOnlyMemory<byte>.Empty, stream), null);

    private async Task<IReadOnlyList<IPaperSource>> RecognizeAsync(FoundInput found, CancellationToken cancellationToken)
    {
        if (found.Open is null)
        {
            return [new UnreadableSource(found.Location, found.Problem!)];
        }

        var input = new SourceInput(found.Location, found.Open);
        try
        {
            await input.PeekAsync(cancellationToken);
            if (ZipInputs.IsZip(input.Head) && input.IsStoredAsItIs && !found.IsInArchive)
            {
                return await UnpackAsync(found, input, cancellationToken);
            }
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            return [new UnreadableSource(found.Location, InputFailure.Describe(found.Location, failure))];
        }

        var format = FormatRecognizer.Recognize(input.Head, input.HeadIsAll, _options);
        if (format.Problem is { } problem && (_options.Format is null || format.IsHopeless))
        {
            await input.CloseAsync();
            return [new UnreadableSource(found.Location, $"{found.Location} {problem}")];
        }

        return [FormatReaders.Open(_options.Format ?? format.Name!, input, _options)];
    }

    // The directory of an archive stands at its end: one that comes as a stream is taken into memory.
    private async Task<IReadOnlyList<IPaperSource>> UnpackAsync(FoundInput archive, SourceInput input, CancellationToken cancellationToken)
    {
        if (!input.CanReopen)
        {
            var bytes = await input.TakeAllAsync(ZipInputs.MostStreamedBytes, cancellationToken);
            archive = bytes is null
                ? FoundInput.Unreadable(archive.Location, $"The zip archive that comes by {archive.Location} is larger than {ZipInputs.MostStreamedBytes >> 20} MB: save it to a file and name that.")
                : archive with { Open = () => new MemoryStream(bytes, writable: false) };
        }

        await input.CloseAsync();
        if (archive.Open is null)
        {
            return [new UnreadableSource(archive.Location, archive.Problem!)];
        }

        if (ZipInputs.DocumentFormat(archive) is { } document)
        {
            var whole = new SourceInput(archive.Location, archive.Open);
            await whole.PeekAsync(cancellationToken);
            return [FormatReaders.Open(document, whole, _options)];
        }

        var sources = new List<IPaperSource>();
        foreach (var entry in ZipInputs.In(archive))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sources.AddRange(await RecognizeAsync(entry, cancellationToken));
        }

        return sources;
    }

    private static SourceException NothingToRead(List<UnreadableSource> unreadable)
    {
        if (unreadable.Count == 0)
        {
            return new SourceException("No input was named. Name a file, a folder, a glob such as \"papers/*.jsonl.gz\", or - for standard input.");
        }

        var reasons = unreadable.Take(MostReasons).Select(source => source.Reason);
        var more = unreadable.Count > MostReasons ? $"\n... and {unreadable.Count - MostReasons} more." : "";
        return new SourceException(string.Join('\n', reasons) + more);
    }
}
