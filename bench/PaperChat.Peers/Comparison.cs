using System.Runtime.CompilerServices;
using PaperChat.Peers.Engines;
using PaperChat.Peers.Figures;
using PaperChat.Peers.Measuring;
using PaperChat.Peers.Papers;
using PaperChat.Peers.Questions;

namespace PaperChat.Peers;

/// <summary>
/// Measures every engine at every size, one after another and each in processes of its own. An engine that fails at a size is
/// noted and left out there; the others go on.
/// </summary>
internal sealed class Comparison(PeersOptions options, TimeProvider time, Action<string> report)
{
    private readonly PeerProcess _processes = new(time);
    private readonly List<string> _notes = [];

    // Papers a second at the size before, by name.
    private readonly Dictionary<string, double> _buildRates = new(StringComparer.Ordinal);

    /// <summary>The figures so far after each size, so that a run that is stopped leaves what it measured.</summary>
    public async IAsyncEnumerable<ComparisonFigures> RunAsync(string scripts, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (peers, absent) = await PeerRoster.CheckAsync(PeerRoster.Choose(PeerRoster.All(scripts), options.Engines), cancellationToken);
        _notes.AddRange(absent);
        var questions = await QuestionSets.OpenAsync(options.Collections, options.Queries, cancellationToken);
        var corpora = await CorpusWriter.CreateAsync(options.Data, cancellationToken);
        var sizes = new List<SizeFigures>();
        foreach (var papers in options.Papers.Select(p => p == 0 ? corpora.Available : p).Distinct().Order())
        {
            report($"{papers} papers: writing them");
            var corpus = await corpora.WriteAsync(papers, options.Out, cancellationToken);
            sizes.Add(await MeasureAsync(corpus, peers, questions, corpus.Papers == corpora.Available, cancellationToken));
            File.Delete(corpus.Path);
            yield return new ComparisonFigures
            {
                Measured = time.GetUtcNow(),
                Cores = Environment.ProcessorCount,
                Queries = questions.Queries.Count,
                Minutes = options.Minutes,
                Sizes = sizes,
                Notes = _notes,
            };
        }
    }

    // Quality is measured where the collection is whole and nothing was mixed into it; elsewhere the judgements say little.
    private async Task<SizeFigures> MeasureAsync(
        Corpus corpus, List<Peer> peers, QuestionSets questions, bool quality, CancellationToken cancellationToken)
    {
        var engines = new List<EngineFigures>();
        foreach (var peer in peers)
        {
            if (_buildRates.TryGetValue(peer.Name, out var rate) && corpus.Papers / rate > options.BuildMinutes * 60)
            {
                Note($"{peer.Label} was not measured with {corpus.Papers} papers: at {rate:0} papers a second it would build longer than {options.BuildMinutes} minutes.");
                continue;
            }

            var folder = Path.Combine(options.Out, $"{peer.Name}-{corpus.Papers}");
            try
            {
                Directory.CreateDirectory(Path.Combine(folder, "index"));
                engines.Add(await MeasureAsync(peer, corpus, folder, questions, MeasurementPlan.Of(options.Minutes, quality), cancellationToken));
            }
            catch (PaperChatException e)
            {
                Note($"{peer.Label} was not measured with {corpus.Papers} papers: {e.Message}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        return new SizeFigures(corpus.Papers, corpus.Real, corpus.Bytes, engines);
    }

    private async Task<EngineFigures> MeasureAsync(
        Peer peer, Corpus corpus, string folder, QuestionSets questions, MeasurementPlan plan, CancellationToken cancellationToken)
    {
        var job = new PeerJob
        {
            Papers = Path.GetFullPath(corpus.Path),
            Index = Path.GetFullPath(Path.Combine(folder, "index")),
            Output = Path.GetFullPath(Path.Combine(folder, "output.json")),
            Plan = plan,
            Queries = questions.Queries,
        };
        report($"{corpus.Papers} papers: {peer.Label} builds");
        var (build, buildBytes) = await RunAsync<BuildOutput>(peer, "build", job, folder, cancellationToken);
        _buildRates[peer.Name] = corpus.Papers / build.Seconds;
        report($"{corpus.Papers} papers: {peer.Label} built {_buildRates[peer.Name]:0} papers a second; it searches");
        var (search, searchBytes) = await RunAsync<SearchOutput>(peer, "search", job, folder, cancellationToken);
        var figures = new EngineFiguresBuilder(questions).Build(peer.Label, build, buildBytes, SizeOf(job.Index), search, searchBytes);
        report($"{corpus.Papers} papers: {peer.Label} median {figures.MedianMs:0.00} ms, 99th percentile {figures.P99Ms:0.00} ms");
        return figures;
    }

    private void Note(string note)
    {
        _notes.Add(note);
        report(note);
    }

    private async Task<(T Output, long? Bytes)> RunAsync<T>(
        Peer peer, string step, PeerJob job, string folder, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(Path.Combine(folder, "job.json"));
        await PeerJson.WriteAsync(path, job, cancellationToken);
        var bytes = await _processes.RunAsync(peer.Run(step, path), cancellationToken);
        return (await PeerJson.ReadAsync<T>(job.Output, cancellationToken), bytes);
    }

    private static long SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
}
