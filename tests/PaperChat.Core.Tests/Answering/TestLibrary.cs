using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Answering;

/// <summary>A few made-up papers that the tests of answers ask about.</summary>
internal static class TestLibrary
{
    public static Task<InMemoryPaperLibrary> OpenAsync() => InMemoryPaperLibrary.OfAsync(Papers(), TestContext.Current.CancellationToken);

    private static IEnumerable<Paper> Papers()
    {
        yield return Paper("1", "GliderNet: Soaring Transformers for Weather Maps",
            "Weather maps change within minutes. We introduce GliderNet, a transformer that reads radar frames in rings around each station. " +
            "Its ring attention cuts memory from quadratic to linear in the number of stations. " +
            "On the StormBench collection GliderNet reaches an error of 4.2\\%, against 6.8\\% for the strongest baseline. " +
            "Training takes three hours on a single GPU. The code is at https://example.org/glider.");
        yield return Paper("2", "BadgerDB: Burrowing Indexes for Cold Storage",
            "Archives are written once and read rarely. BadgerDB keeps its index in burrows, small files that are merged at night. " +
            "A lookup costs two reads in the worst case. It was tested on 14 tape libraries. " +
            "It cannot update a record in place.");
        yield return Paper("3", "Ring Attention Revisited",
            "Ring-shaped windows are a popular form of sparse attention. We survey eleven variants of ring attention and find that most of them forget distant tokens.");
        yield return Paper("4", "Learning to Prune Orchards with Drones",
            "Drones with small arms can prune trees. Our planner divides an orchard into strips and visits each strip twice. Field trials covered 320 trees.");
        yield return Paper("5", "A Survey of Tape Libraries",
            "Tape libraries hold most of the archived data. We compare nine vendors by capacity and power. Robots that fetch tapes fail most often.");
    }

    private static Paper Paper(string id, string title, string text) =>
        new() { Id = new PaperId("test:" + id), Title = title, Abstract = text, Listed = new ListedDate(null, 7, 28) };
}
