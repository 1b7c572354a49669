using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Embedded.Tests;

/// <summary>Small entries and requests for tests that care little about what is in a library.</summary>
internal static class Sample
{
    public static PaperEntry Entry(string id, string title, string text = "A text.") => new()
    {
        Paper = new Paper { Id = new PaperId(id), Title = title, Abstract = text },
        Chunks = [new Chunk(0, PaperField.Abstract, 0, text.Length)],
        Provenance = new Provenance("test", "sample", 1),
    };

    public static SearchRequest Request(string words) =>
        new() { Terms = [.. TextAnalyzer.Analyze(words).Select(t => new WeightedTerm(t.Term))] };

    public static async Task AddAsync(EmbeddedLibraryWriter writer, params IReadOnlyList<PaperEntry> entries)
    {
        await writer.UpsertAsync(entries, TestContext.Current.CancellationToken);
        await writer.CommitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Makes or adds to a library, and closes it.</summary>
    public static async Task AddAsync(string folder, params IReadOnlyList<PaperEntry> entries)
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(folder, TimeProvider.System, TestContext.Current.CancellationToken);
        await AddAsync(writer, entries);
    }

    public static async Task<string[]> SearchAsync(string folder, string words)
    {
        await using var library = await EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, TestContext.Current.CancellationToken);
        var found = await library.SearchAsync(Request(words), TestContext.Current.CancellationToken);
        return [.. found.Lexical.Select(c => c.Paper.Value)];
    }
}
