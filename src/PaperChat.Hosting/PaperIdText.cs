using PaperChat.Papers;

namespace PaperChat.Hosting;

/// <summary>Ids as people type them.</summary>
public static class PaperIdText
{
    /// <summary>What an id on the command line may mean, best first: as given, as an arXiv id, as a DOI.</summary>
    public static IReadOnlyList<PaperId> Meanings(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = text.Trim();
        return [new PaperId(id), new PaperId("arxiv:" + id), new PaperId("doi:" + id.ToLowerInvariant())];
    }
}
