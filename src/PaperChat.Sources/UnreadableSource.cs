using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Sources;

/// <summary>An input that no reader can take: it yields one rejection, so that it is counted and reported like any other loss.</summary>
internal sealed class UnreadableSource(string location, string reason) : IPaperSource
{
    public string Format => "unrecognised";

    public string Location => location;

    public string Reason => reason;

    public async IAsyncEnumerable<SourceItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield return new SourceItem.Rejected(reason, null, 0);
    }
}
