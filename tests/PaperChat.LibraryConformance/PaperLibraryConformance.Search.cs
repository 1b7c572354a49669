using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.LibraryConformance;

public abstract partial class PaperLibraryConformance<TLibrary>
{
    [Fact]
    public async Task An_empty_library_answers_everything_with_nothing()
    {
        await AddAsync(Array.Empty<PaperEntry>());
        await using var library = await OpenAsync();

        var lists = await library.SearchAsync(Request("anything"), Token);
        var state = await library.GetStateAsync(Token);

        Assert.Empty(lists.Lexical);
        Assert.Empty(lists.Dense);
        Assert.Equal((0L, 0L, 0L), (state.Papers, state.Chunks, state.Summaries));
        Assert.Equal((null, null), (state.FirstYear, state.FirstListed));
        Assert.Equal(0, await library.CountAsync(SearchFilters.None, Token));
        Assert.Empty(await library.GetAsync([new PaperId("a")], Token));
        Assert.Empty(await library.GetRunsAsync(10, Token));
        Assert.Equal([0L], await library.GetDocumentFrequenciesAsync(["anyth"], Token));
        Assert.Empty(await library.FindSimilarWordsAsync("anything", 2, 10, Token));
        Assert.Equal(TextAnalyzer.Version, (await library.GetManifestAsync(Token)).Analyzer);
    }

    [Fact]
    public async Task Without_terms_or_limit_nothing_is_found()
    {
        await AddAsync(Paper("a", "Walrus", "Walrus."));

        Assert.Empty(await SearchAsync(new SearchRequest()));
        Assert.Empty(await SearchAsync(Request("walrus") with { Limit = 0 }));
        Assert.Empty(await SearchAsync(Request("the of and")));
    }

    [Fact]
    public async Task Scores_and_order_are_those_of_the_definition()
    {
        var papers = SyntheticPapers.Make(400, seed: 7);
        await AddAsync(papers);
        var reference = await InMemoryPaperLibrary.OfAsync(papers, Token, Traits.AverageLength);
        await using var library = await OpenAsync();

        foreach (var words in SyntheticPapers.Questions(40, seed: 8))
        {
            var request = Request(words) with { Limit = 25 };
            await AssertSameAsync(reference, library, request);
        }
    }

    [Fact]
    public async Task Scores_do_not_depend_on_how_papers_came_in()
    {
        var papers = SyntheticPapers.Make(120, seed: 9);
        await AddAsync(Paper("gone", "Zebra zebra", "Shared words and zebra."), papers.First(p => p.Abstract.Length > 0) with { Abstract = "Other words for now." });
        foreach (var batch in papers.Chunk(11))
        {
            await AddAsync(batch);
        }

        await using (var writer = await OpenWriterAsync())
        {
            await writer.DeleteAsync([new PaperId("gone")], Token);
            await writer.CommitAsync(Token);
        }

        var reference = await InMemoryPaperLibrary.OfAsync(papers, Token, Traits.AverageLength);
        await using var library = await OpenAsync();
        foreach (var words in SyntheticPapers.Questions(25, seed: 10).Append("zebra shared words"))
        {
            await AssertSameAsync(reference, library, Request(words) with { Limit = 200 });
        }

        var terms = papers.Take(20).SelectMany(p => TextAnalyzer.Analyze(p.Abstract)).Select(t => t.Term).Append("zebra").Distinct().ToArray();
        Assert.Equal(
            await reference.GetDocumentFrequenciesAsync(terms, Token), await library.GetDocumentFrequenciesAsync(terms, Token));
        Assert.Empty(await library.FindSimilarWordsAsync("zebra", 0, 5, Token));
        foreach (var word in papers.Take(Traits.KeepsWords ? 10 : 0).SelectMany(p => TextAnalyzer.Words(p.Title)).Select(w => w.Text).Distinct())
        {
            Assert.Equal(
                await reference.FindSimilarWordsAsync(word, 2, 20, Token), await library.FindSimilarWordsAsync(word, 2, 20, Token));
        }
    }

    [Fact]
    public async Task A_terms_weight_multiplies_its_score()
    {
        await AddAsync(Paper("a", "Walrus", "Text."), Paper("b", "Penguin", "Text."));
        var request = new SearchRequest { Terms = [new WeightedTerm("walru", 1f), new WeightedTerm("penguin", 0.25f), new WeightedTerm("text", 0f)] };

        var found = await SearchAsync(request);

        Assert.Equal(["a", "b"], Ids(found));
        Assert.Equal(found[0].Score * 0.25, found[1].Score, found[1].Score * Traits.ScoreTolerance);
    }

    [Fact]
    public async Task Equal_scores_come_in_the_order_of_ids()
    {
        await AddAsync(Paper("c", "Same title", "Same text."), Paper("a", "Same title", "Same text."));
        await AddAsync(Paper("b", "Same title", "Same text."), Paper("d", "Another", "Something else entirely."));

        Assert.Equal(["a", "b", "c"], Ids(await SearchAsync("same")));
        Assert.Equal(["a", "b"], Ids(await SearchAsync(Request("same") with { Limit = 2 })));
    }

    [Fact]
    public async Task A_paper_without_text_is_found_by_its_title()
    {
        await AddAsync(Paper("a", "Walrus behaviour"), Paper("b", "", "Walrus text without a title."), Paper("c", "", ""));

        Assert.Equal(["a", "b"], Ids(await SearchAsync("walrus")).Order());
        Assert.Equal("", (await GetAsync("c"))!.Title);
    }

    [Theory]
    [InlineData("νευρωνικά δίκτυα", "Βαθιά νευρωνικά δίκτυα για γλώσσα")]
    [InlineData("нейронные сети", "Глубокие нейронные сети")]
    [InlineData("naive bayes", "Naïve Bayes revisited")]
    [InlineData("gpt-4", "What GPT-4 sees")]
    [InlineData("𝒳-space", "Sampling in 𝒳-space")]
    public async Task Words_of_any_script_are_found(string words, string title)
    {
        await AddAsync(Paper("a", title, "Text."), Paper("b", "Other", "Text."));

        Assert.Equal(["a"], Ids(await SearchAsync(words)));
        Assert.Equal(title, (await GetAsync("a"))!.Title);
    }

    [Fact]
    public async Task An_explanation_adds_up_to_the_score_by_term_and_field()
    {
        await AddAsync(
            Paper("a", "Walrus diet", "The walrus eats clams; a walrus dives."), Paper("b", "Birds", "No such animal."));

        var found = Assert.Single(await SearchAsync(Request("walrus clam") with { Explain = true }));

        Assert.NotNull(found.Explanation);
        Assert.Equal(found.Score, found.Explanation.Sum(e => e.Score), 1e-9);
        Assert.Equal(
            [("walru", PaperField.Title, 1), ("walru", PaperField.Abstract, 2), ("clam", PaperField.Abstract, 1)],
            found.Explanation.Select(e => (e.Term, e.Field, e.Frequency)));
        Assert.All(await SearchAsync("walrus"), c => Assert.Null(c.Explanation));
    }

    [Theory]
    [InlineData("deep neural networks", "a,b")]
    [InlineData("networks deep", "")]
    [InlineData("neural networks", "a,b,d")]
    [InlineData("networks networks", "")]
    [InlineData("learning to rank", "c")]
    [InlineData("gpt-4 answers", "d")]
    [InlineData("unknownword", "")]
    public async Task A_required_phrase_stands_in_the_title_or_the_text(string phrase, string expected)
    {
        await AddAsync(
            Paper("a", "Deep Neural Networks", "Nothing else."),
            Paper("b", "Title", "We train deep neural networks."),
            Paper("c", "Learning to rank", "Networks learned by neural means, deep inside."),
            Paper("d", "What GPT-4 answers", "Neural networks; large networks learn deep."));

        var request = Request("deep neural networks learning rank gpt answers") with { RequiredPhrases = [Phrase(phrase)] };

        Assert.Equal(expected, string.Join(',', Ids(await SearchAsync(request)).Order()));
    }

    [Fact]
    public async Task A_phrase_does_not_run_from_the_title_into_the_text()
    {
        await AddAsync(Paper("a", "On walrus", "diet and more."), Paper("b", "On walrus diet", "More."));

        var found = await SearchAsync(Request("walrus") with { RequiredPhrases = [Phrase("walrus diet")] });

        Assert.Equal(["b"], Ids(found));
    }

    [Fact]
    public async Task All_required_phrases_must_stand_and_no_excluded_one()
    {
        await AddAsync(
            Paper("a", "One", "Red fish and blue fish."), Paper("b", "Two", "Red fish only."), Paper("c", "Three", "Blue fish, red fish, old fish."),
            Paper("d", "Four", "Fish."));

        var both = Request("fish") with { RequiredPhrases = [Phrase("red fish"), Phrase("blue fish")] };

        Assert.Equal(["a", "c"], Ids(await SearchAsync(both)).Order());
        Assert.Equal(["a"], Ids(await SearchAsync(both with { ExcludedPhrases = [Phrase("old")] })));
        Assert.Equal(["b", "d"], Ids(await SearchAsync(Request("fish") with { ExcludedPhrases = [Phrase("blue fish")] })).Order());
    }

    [Fact]
    public async Task The_limit_counts_what_the_filters_leave()
    {
        await AddAsync([.. Enumerable.Range(0, 60).Select(i => Paper($"p{i:D2}", "Walrus", "Walrus.") with { Year = 2000 + (i % 30) })]);

        var found = await SearchAsync(Request("walrus") with { Limit = 3, Filters = new SearchFilters { Year = new YearRange(2029, null) } });

        Assert.Equal(["p29", "p59"], Ids(found));
    }

    private async Task AssertSameAsync(InMemoryPaperLibrary reference, TLibrary library, SearchRequest request)
    {
        var expected = (await reference.SearchAsync(request, Token)).Lexical;
        var actual = (await library.SearchAsync(request, Token)).Lexical;
        if (Traits.ScoreTolerance <= 1e-9)
        {
            Assert.Equal(expected.Select(c => (c.Paper, c.Chunk)), actual.Select(c => (c.Paper, c.Chunk)));
        }

        // Where scores are as good as equal, another chunk may stand in the same place, with a score of its own that is right.
        var all = (await reference.SearchAsync(request with { Limit = int.MaxValue }, Token)).Lexical.ToDictionary(c => (c.Paper, c.Chunk), c => c.Score);
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Score, pair.Second.Score, pair.First.Score * Traits.ScoreTolerance));
        Assert.All(actual, c => Assert.Equal(all[(c.Paper, c.Chunk)], c.Score, c.Score * Traits.ScoreTolerance));
        Assert.Equal(actual.Count, actual.DistinctBy(c => (c.Paper, c.Chunk)).Count());
    }
}
