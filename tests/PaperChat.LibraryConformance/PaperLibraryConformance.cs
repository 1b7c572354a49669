using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.LibraryConformance;

/// <summary>
/// What every library does alike. A library's tests derive from this class once; each test starts with an empty library, which
/// the deriving class makes in its constructor and removes when it is disposed.
/// </summary>
/// <typeparam name="TLibrary">The library under test; a test finds the libraries that nobody derived for.</typeparam>
public abstract partial class PaperLibraryConformance<TLibrary> : IAsyncDisposable
    where TLibrary : class, IPaperLibrary
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>In what this library may differ.</summary>
    protected virtual LibraryTraits Traits => LibraryTraits.Strictest;

    /// <summary>Opens the one library of this test for reading; called several times, also after a writer created it.</summary>
    protected abstract Task<TLibrary> OpenAsync();

    /// <summary>Opens its writer, and creates the library when it is not there. A test gives the same model each time, or none.</summary>
    protected abstract Task<IPaperLibraryWriter> OpenWriterAsync(EmbeddingModel? model);

    protected Task<IPaperLibraryWriter> OpenWriterAsync() => OpenWriterAsync(model: null);

    protected static Paper Paper(string id, string title, string text = "") =>
        new() { Id = new PaperId(id), Title = title, Abstract = text };

    /// <summary>An entry with one chunk that is the whole abstract; without aliases given, it asks for no merging.</summary>
    protected static PaperEntry Entry(Paper paper, params string[]? aliases) => new()
    {
        Paper = paper,
        Chunks = [new Chunk(0, PaperField.Abstract, 0, paper.Abstract.Length)],
        Provenance = new Provenance("test", "conformance", 1),
        Aliases = aliases is { Length: > 0 } ? [.. aliases.Select(a => new PaperId(a))] : null,
    };

    public abstract ValueTask DisposeAsync();

    protected static SearchRequest Request(string words) =>
        new() { Terms = [.. TextAnalyzer.Analyze(words).Select(t => new WeightedTerm(t.Term))] };

    protected static IReadOnlyList<string> Phrase(string words) => [.. TextAnalyzer.Analyze(words).Select(t => t.Term)];

    /// <summary>Upserts each list as one batch, then commits once.</summary>
    protected async Task<IReadOnlyList<UpsertResult>> AddAsync(params IReadOnlyList<PaperEntry> entries)
    {
        await using var writer = await OpenWriterAsync();
        var results = await writer.UpsertAsync(entries, Token);
        await writer.CommitAsync(Token);
        return results;
    }

    protected Task<IReadOnlyList<UpsertResult>> AddAsync(params IReadOnlyList<Paper> papers) => AddAsync([.. papers.Select(p => Entry(p))]);

    protected async Task<IReadOnlyList<Candidate>> SearchAsync(SearchRequest request)
    {
        await using var library = await OpenAsync();
        return (await library.SearchAsync(request, Token)).Lexical;
    }

    protected async Task<IReadOnlyList<Candidate>> SearchAsync(string words) => await SearchAsync(Request(words));

    protected async Task<Paper?> GetAsync(string id)
    {
        await using var library = await OpenAsync();
        var found = await library.GetAsync([new PaperId(id)], Token);
        return found.SingleOrDefault();
    }

    protected static string[] Ids(IEnumerable<Candidate> candidates) => [.. candidates.Select(c => c.Paper.Value)];
}
