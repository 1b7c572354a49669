using PaperChat.Evaluation;
using PaperChat.Papers;
using PaperChat.Peers.Papers;
using PaperChat.Text;

namespace PaperChat.Peers.Questions;

/// <summary>The questions of some collections, mixed in a fixed order so that any beginning of the list is a fair sample of all.</summary>
internal sealed class QuestionSets
{
    private const ulong OrderSeed = 909;

    private readonly Dictionary<(string Set, string Id), IReadOnlyDictionary<PaperId, int>> _grades;

    private QuestionSets(IReadOnlyList<BeirDataset> datasets)
    {
        Names = [.. datasets.Select(d => d.Name)];
        _grades = datasets.SelectMany(d => d.Queries.Select(q => (Key: (d.Name, q.Id), q.Grades))).ToDictionary(q => q.Key, q => q.Grades);
        PeerQuery[] queries = [.. datasets.SelectMany(d => d.Queries.Select(q => new PeerQuery(q.Id, d.Name, WordsOf(q.Text))))];
        new SplitMix64(OrderSeed).Shuffle<PeerQuery>(queries);
        Queries = queries;
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<PeerQuery> Queries { get; }

    public IReadOnlyDictionary<PaperId, int> GradesOf(string set, string id) => _grades[(set, id)];

    public static async Task<QuestionSets> OpenAsync(string folder, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var datasets = new List<BeirDataset>();
        foreach (var name in names)
        {
            datasets.Add(await BeirDataset.OpenAsync(Path.Combine(folder, name), qrels: null, cancellationToken));
        }

        return new QuestionSets(datasets);
    }

    internal static IReadOnlyList<string> WordsOf(string question) =>
        [.. TextAnalyzer.Words(TextCleaner.Clean(question).Text).Select(w => w.Text).Where(w => TextAnalyzer.TermOf(w) is not null)];
}
