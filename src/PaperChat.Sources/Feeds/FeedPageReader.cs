using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Feeds;

/// <summary>Reads the papers of an answer as if it were a file of the service's format; null for one that is recognised by content.</summary>
internal sealed class FeedPageReader(string? format)
{
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        FeedPage page, SourceOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var input = new SourceInput(page.Address.AbsoluteUri, () => new MemoryStream(page.Body.ToArray(), writable: false));
        await input.PeekAsync(cancellationToken);
        var known = format ?? options.Format;
        if (known is null)
        {
            var recognized = FormatRecognizer.Recognize(input.Head, input.HeadIsAll, options);
            if (recognized.Problem is { } problem)
            {
                yield return new SourceItem.Rejected($"{page.Address} {problem}", null, page.Body.Length);
                yield break;
            }

            known = recognized.Name!;
        }

        await foreach (var item in FormatReaders.Open(known, input, options).ReadAsync(cancellationToken))
        {
            yield return item;
        }
    }
}
