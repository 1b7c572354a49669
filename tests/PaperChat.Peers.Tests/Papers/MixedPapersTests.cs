using PaperChat.Peers.Papers;

namespace PaperChat.Peers.Tests.Papers;

public sealed class MixedPapersTests
{
    private static readonly PaperText[] Real =
    [
        new("a", "Small indexes answer long questions", "We study indexes. They are small. Questions are long."),
        new("b", "Rivers carry sand", "Rivers are old. Sand moves in them."),
        new("c", "Bees remember colours and places", "Bees fly far. They remember. We trained them. They came back."),
        new("d", "A title alone", ""),
    ];

    [Fact]
    public async Task The_same_papers_and_round_give_the_same_mixture()
    {
        Assert.Equal(await MixAsync(round: 1), await MixAsync(round: 1));
    }

    [Fact]
    public async Task Rounds_differ_in_ids_and_texts()
    {
        var first = await MixAsync(round: 1);
        var second = await MixAsync(round: 2);

        Assert.Equal(Real.Length * 2, first.Concat(second).Select(p => p.Id).Distinct().Count());
        Assert.NotEqual(first.Select(p => p.Title + p.Abstract), second.Select(p => p.Title + p.Abstract));
    }

    [Fact]
    public async Task A_mixture_is_the_same_on_every_machine()
    {
        var first = (await MixAsync(round: 1))[0];

        Assert.Equal(
            new PaperText("mixed:1:0", "A title answer long questions", "Bees fly far. Sand moves in them. We trained them."), first);
    }

    [Fact]
    public async Task Every_sentence_comes_from_a_real_abstract()
    {
        string[] sentences = [.. Real.SelectMany(p => p.Abstract.Split(". ")).Select(s => s.TrimEnd('.')).Where(s => s.Length > 0)];

        var mixed = await MixAsync(round: 3);

        Assert.All(mixed.SelectMany(p => p.Abstract.Split(". ")).Select(s => s.TrimEnd('.')).Where(s => s.Length > 0), s => Assert.Contains(s, sentences));
        Assert.Contains(mixed, p => p.Abstract.Length > 0);
    }

    private static async Task<PaperText[]> MixAsync(int round) =>
        await MixedPapers.MixAsync(Real.ToAsyncEnumerable(), round, TestContext.Current.CancellationToken).ToArrayAsync(TestContext.Current.CancellationToken);
}
