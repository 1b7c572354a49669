using PaperChat.Papers;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Retrieval;

public sealed class NearDuplicatesTests
{
    private const string Text = "Walrus herds rest on drifting ice. We count them from the air in spring and compare the counts of nine years.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_with_nearly_the_same_text_are_named_once_with_their_nearest()
    {
        var pairs = await FindAsync(["a", "b", "c"], Of("a", "Counting walrus herds", Text), Of("b", "Counts of walrus herds", Text), Of("c", "Glacier flow", "Ice moves slowly in winter."));

        var pair = Assert.Single(pairs);
        Assert.Equal(("a", "b"), (pair.Paper.Id.Value, pair.Like.Id.Value));
        Assert.InRange(pair.Cosine, NearDuplicates.Threshold, 1.001);
    }

    [Fact]
    public async Task Only_the_papers_that_were_asked_about_are_compared()
    {
        var papers = new[] { Of("a", "Counting walrus herds", Text), Of("b", "Counts of walrus herds", Text), Of("c", "Glacier flow", "Ice moves slowly in winter.") };

        Assert.Empty(await FindAsync(["c", "gone"], papers));
        Assert.Equal("b", Assert.Single(await FindAsync(["b"], papers)).Paper.Id.Value);
    }

    private static async Task<IReadOnlyList<NearDuplicate>> FindAsync(string[] ids, params Paper[] papers)
    {
        var model = WordVectors.Model();
        var library = await SearchLibraries.OfAsync(model, papers, Token);
        return await new NearDuplicates(library, model).FindAsync([.. ids.Select(id => new PaperId(id))], Token);
    }

    private static Paper Of(string id, string title, string text) => new() { Id = new PaperId(id), Title = title, Abstract = text };
}
