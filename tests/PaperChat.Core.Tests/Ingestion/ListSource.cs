using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Core.Tests.Ingestion;

/// <summary>A source of given items.</summary>
internal sealed class ListSource(string location, IEnumerable<SourceItem> items) : IPaperSource
{
    public string Format => "list";

    public string Location => location;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }

        await Task.CompletedTask;
    }
}
