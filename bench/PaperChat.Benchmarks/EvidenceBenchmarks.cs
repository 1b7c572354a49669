using BenchmarkDotNet.Attributes;
using PaperChat.Benchmarks.Samples;
using PaperChat.Embedded;
using PaperChat.Evidence;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Questions;
using PaperChat.Retrieval;

namespace PaperChat.Benchmarks;

/// <summary>What happens between a search and an answer: papers are taken apart, and their sentences are ranked.</summary>
[MemoryDiagnoser]
public class EvidenceBenchmarks
{
    private const int Papers = 2_000;

    private readonly Paper _paper = new() { Id = new PaperId("sample:1"), Title = "Answering long questions fast", Abstract = SampleTexts.Plain };
    private string _folder = "";
    private EmbeddedLibrary? _library;
    private HybridRetriever? _retriever;
    private QuestionReading? _reading;
    private Ranking? _ranking;
    private AnalyzedPaper? _analyzed;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _folder = Directory.CreateTempSubdirectory("paperchat-benchmark-").FullName;
        await using (var writer = await EmbeddedLibraryWriter.OpenAsync(_folder, TimeProvider.System, CancellationToken.None))
        {
            PaperEntry[] entries = [.. GeneratedPapers.Make(Papers).Append(_paper).Select(GeneratedPapers.EntryOf)];
            await writer.UpsertAsync(entries, CancellationToken.None);
            await writer.CommitAsync(CancellationToken.None);
        }

        _library = await EmbeddedLibrary.OpenAsync(_folder, TimeProvider.System, CancellationToken.None);
        _retriever = new HybridRetriever(_library, model: null);
        _reading = QuestionReader.Read(SampleTexts.Question, SearchFilters.None, hasHistory: false, new DateOnly(2025, 1, 1));
        _ranking = await _retriever.RankAsync(_reading, [], CancellationToken.None);
        _analyzed = AnalyzedPaper.Of(_paper);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await (_library?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark]
    public AnalyzedPaper Take_a_paper_apart() => AnalyzedPaper.Of(_paper);

    [Benchmark]
    public double[] Rank_the_sentences_of_a_paper() => SentenceRanker.Score(_reading!, _ranking!.Terms, _analyzed!);

    [Benchmark]
    public Task<Ranking> Rank_the_papers_for_a_question() => _retriever!.RankAsync(_reading!, [], CancellationToken.None);
}
