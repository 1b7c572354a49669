using PaperChat.Ingestion;

namespace PaperChat.Sources.Inputs;

/// <summary>The papers of one input in one format.</summary>
internal abstract class InputSource(string format, SourceInput input) : IPaperSource
{
    public string Format => format;

    public string Location => input.Location;

    /// <inheritdoc cref="SourceInput.Head"/>
    protected ReadOnlySpan<byte> Head => input.Head;

    public IAsyncEnumerable<SourceItem> ReadAsync(CancellationToken cancellationToken) => input.ReadAsync(ReadAsync, cancellationToken);

    /// <summary>The items of the opened input, which the caller closes. A failure to go on is the caller's to report.</summary>
    protected abstract IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, CancellationToken cancellationToken);
}
