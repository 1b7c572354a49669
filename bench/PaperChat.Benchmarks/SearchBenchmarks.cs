using BenchmarkDotNet.Attributes;
using PaperChat.Benchmarks.Samples;
using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Benchmarks;

/// <summary>Lexical searches of an embedded library of generated papers.</summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int BatchSize = 500;

    private string _folder = "";
    private EmbeddedLibrary? _library;
    private SearchRequest _short = new();
    private SearchRequest _long = new();
    private SearchRequest _filtered = new();
    private SearchRequest _phrase = new();

    [Params(20_000)]
    public int Papers { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _folder = Directory.CreateTempSubdirectory("paperchat-benchmark-").FullName;
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder, TimeProvider.System, CancellationToken.None))
        {
            foreach (var batch in GeneratedPapers.Make(Papers).Select(GeneratedPapers.EntryOf).Chunk(BatchSize))
            {
                await writer.UpsertAsync(batch, CancellationToken.None);
            }

            await writer.CommitAsync(CancellationToken.None);
        }

        _library = await EmbeddedLibrary.OpenAsync(_folder, TimeProvider.System, CancellationToken.None);
        var asked = GeneratedPapers.Make(Papers).ElementAt(Papers / 2);
        _short = Request(asked.Title.Split(' ')[0] + " " + asked.Title.Split(' ')[1]);
        _long = Request(asked.Title + " " + asked.Abstract.Split('.')[0]);
        _filtered = _long with { Filters = new SearchFilters { Year = new YearRange(2010, 2012) } };
        string[] phrase = [.. TextAnalyzer.Analyze(asked.Title).Take(2).Select(t => t.Term)];
        _phrase = _long with { RequiredPhrases = [phrase] };
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await (_library?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public Task<CandidateLists> Two_words() => SearchAsync(_short);

    [Benchmark]
    public Task<CandidateLists> A_long_question() => SearchAsync(_long);

    [Benchmark]
    public Task<CandidateLists> A_long_question_within_three_years() => SearchAsync(_filtered);

    [Benchmark]
    public Task<CandidateLists> A_long_question_with_a_phrase() => SearchAsync(_phrase);

    [Benchmark]
    public Task<IReadOnlyList<Paper>> Fetch_one_paper() =>
        _library!.GetAsync([new PaperId("generated:17")], CancellationToken.None);

    private Task<CandidateLists> SearchAsync(SearchRequest request) => _library!.SearchAsync(request, CancellationToken.None);

    private static SearchRequest Request(string text) => new()
    {
        Terms = [.. TextAnalyzer.Analyze(text).CountBy(t => t.Term).Select(t => new WeightedTerm(t.Key, t.Value))],
        Limit = 10,
    };
}
