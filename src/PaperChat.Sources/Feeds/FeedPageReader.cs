using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Feeds;

/// <summary>Reads the papers of an answer as if it were a file of the service's format.</summary>
internal sealed class FeedPageReader(string format)
{
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        FeedPage page, SourceOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var input = new SourceInput(page.Address.AbsoluteUri, () => new MemoryStream(page.Body.ToArray(), writable: false));
        await input.PeekAsync(cancellationToken);
        await foreach (var item in FormatReaders.Open(format, input, options).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }
}
