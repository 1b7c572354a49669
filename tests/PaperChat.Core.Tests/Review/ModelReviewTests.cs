using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Prompts;
using PaperChat.Review;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Review;

public sealed class ModelReviewTests
{
    private const string Sonar = "EchoReef maps reefs by sonar imaging from a small boat [1]. DeepEcho achieves an accuracy of 93.0% on the ReefBank data set [3].";
    private const string Nurseries = "Coral nurseries on ropes restore reefs [1]. A drone plants corals from coral nurseries on reefs [3].";

    [Fact]
    public async Task Sections_are_the_models_sentences_each_with_the_papers_that_bear_it_out()
    {
        var review = await ReviewAsync(Good);

        Assert.Equal((AnswerMode.Model, true, 2), (review.Mode, review.IsComplete, review.Author!.Sections));
        var written = review.Sentences.Where(s => s.IsWritten).ToArray();
        Assert.Equal(4, written.Length);
        Assert.All(written, s => Assert.NotEmpty(s.Quotes));
        Assert.Equal([Id(1)], written.Single(s => s.Text.StartsWith("EchoReef maps", StringComparison.Ordinal)).Papers);
        Assert.Empty(review.Author.Dropped);
        Assert.Equal(["label-theme", "review-outline", "review-section"], review.Author.Prompts.Select(p => p.Name));
        Assert.All(review.Author.Prompts, p => Assert.Equal(16, p.Hash.Length));
    }

    [Fact]
    public async Task Papers_that_the_model_passes_over_are_quoted()
    {
        var review = await ReviewAsync(Good);

        var quoted = review.Blocks.OfType<ReviewBlock.Entry>().Select(e => e.Paper.Id).ToArray();
        Assert.Contains(Id(2), quoted);
        Assert.Contains(Id(5), quoted);
    }

    [Fact]
    public async Task What_a_review_by_a_model_writes_holds_when_it_is_checked_again()
    {
        var review = await ReviewAsync((prompt, sent) => Good(prompt, sent)
            .Replace("DeepEcho achieves", "DeepEcho, which has \"learned filters\", achieves", StringComparison.Ordinal));

        var result = DraftChecker.Check(ReviewMarkdown.Write(review), review.References.ToDictionary(r => r.Key, r => (Paper?)r.Paper));

        Assert.True(result.Holds, string.Join('\n', result.Findings));
        Assert.Contains("from a small boat [@", ReviewMarkdown.Write(review), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeepEcho achieves an accuracy of 95.0% on the ReefBank data set [3].")]
    [InlineData("EchoReef maps reefs by sonar imaging from a small boat [9].")]
    [InlineData("EchoReef maps reefs by sonar imaging from a small boat.")]
    [InlineData("EchoReef maps reefs by sonar imaging from a small boat [2].")]
    [InlineData("PWNED, and these reefs are the best of all [1].")]
    public async Task What_the_cited_papers_do_not_bear_out_is_taken_out_and_counted(string wrong)
    {
        var review = await ReviewAsync((prompt, sent) => prompt == "section" && IsSonar(sent) ? $"{Sonar} {wrong}" : Good(prompt, sent));

        var dropped = Assert.Single(review.Author!.Dropped);
        Assert.Equal(CutKeys(wrong), dropped.Text);
        Assert.DoesNotContain(CutKeys(wrong), review.Sentences.Where(s => s.IsWritten && s.Verdict == SentenceVerdict.Unsupported).Select(s => s.Text));
        Assert.Equal(4, review.Sentences.Count(s => s.IsWritten));
    }

    [Fact]
    public async Task Unsupported_sentences_can_be_kept_and_are_marked_then()
    {
        var review = await ReviewAsync(
            (prompt, sent) => prompt == "section" && IsSonar(sent) ? "DeepEcho achieves an accuracy of 95.0% on the ReefBank data set [3]." : Good(prompt, sent), showUnsupported: true);

        Assert.Empty(review.Author!.Dropped);
        Assert.Contains("data set [@", ReviewMarkdown.Write(review), StringComparison.Ordinal);
        Assert.Contains("\\[unsupported\\].", ReviewMarkdown.Write(review), StringComparison.Ordinal);
        Assert.Contains("[unsupported].", ReviewHtml.Write(review, new Dictionary<string, string>()), StringComparison.Ordinal);
        var result = DraftChecker.Check(ReviewMarkdown.Write(review), review.References.ToDictionary(r => r.Key, r => (Paper?)r.Paper));
        Assert.False(result.Holds);
    }

    [Fact]
    public async Task A_section_of_which_nothing_holds_is_the_digests()
    {
        var review = await ReviewAsync((prompt, sent) => prompt == "section" && IsSonar(sent) ? "Reefs are nice [1]. They glow at night [2]." : Good(prompt, sent));

        Assert.Equal(1, review.Author!.Sections);
        Assert.Equal(2, review.Author.Dropped.Count);
        Assert.Contains(review.Blocks.OfType<ReviewBlock.Note>(), n => n.Text.StartsWith("Nothing that the language model wrote", StringComparison.Ordinal));
        Assert.Contains(review.Blocks.OfType<ReviewBlock.Entry>(), e => e.Paper.Id == Id(1));
        Assert.True(review.IsComplete);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_the_digest_and_says_why()
    {
        var review = await ReviewAsync((_, _) => throw new ModelException("model-unreachable", "The service did not answer.", isTransient: true));

        Assert.Equal((AnswerMode.Extractive, false, "model-unreachable"), (review.Mode, review.IsComplete, review.Author!.Failure!.Code));
        Assert.Contains(review.Blocks.OfType<ReviewBlock.Note>(), n => n.Text.Contains("The service did not answer.", StringComparison.Ordinal));
        Assert.DoesNotContain(review.Sentences, s => s.IsWritten);
        Assert.Equal(6, review.Blocks.OfType<ReviewBlock.Entry>().Select(e => e.Paper.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_model_that_fails_half_way_leaves_the_sections_that_it_had_written()
    {
        var sections = 0;
        var review = await ReviewAsync(
            (prompt, sent) => prompt == "section" && ++sections == 2 ? throw new ModelException("model-server-error", "It broke.", isTransient: true) : Good(prompt, sent),
            concurrency: 1);

        Assert.Equal((AnswerMode.Model, false, 1), (review.Mode, review.IsComplete, review.Author!.Sections));
        Assert.Equal(2, review.Sentences.Count(s => s.IsWritten));
        Assert.NotEmpty(review.Blocks.OfType<ReviewBlock.Entry>());
    }

    [Fact]
    public async Task Stopped_while_sections_are_written_it_keeps_those_that_are_done()
    {
        using var stop = new CancellationTokenSource();
        var sections = 0;
        var review = await ReviewAsync(
            (prompt, sent) =>
            {
                if (prompt == "section" && ++sections == 2)
                {
                    stop.Cancel();
                }

                return Good(prompt, sent);
            },
            concurrency: 1, cancellationToken: stop.Token);

        Assert.Equal(("cancelled", false), (review.Author!.Failure!.Code, review.IsComplete));
        Assert.Equal(1, review.Author.Sections);
        Assert.Equal(2, review.Themes.Count);
        Assert.NotEmpty(review.Blocks.OfType<ReviewBlock.Entry>());
    }

    [Fact]
    public async Task Themes_take_the_models_names_and_order_and_only_of_words_that_it_was_shown()
    {
        var review = await ReviewAsync((prompt, sent) => prompt switch
        {
            "label" => sent.Contains("DeepEcho", StringComparison.Ordinal) ? "\"Sonar imaging at night\"" : "Volcanic cookery",
            "outline" => sent.IndexOf("onar imaging at night", StringComparison.Ordinal) < sent.IndexOf("urser", StringComparison.Ordinal) ? "2: what restores\n1: what maps" : "1: what restores\n2: what maps",
            _ => Good(prompt, sent),
        });

        Assert.Equal("Sonar imaging at night", review.Themes[1].Title);
        Assert.Contains("urser", review.Themes[0].Title, StringComparison.Ordinal);
        Assert.DoesNotContain(review.Themes, t => t.Title.Contains("Volcanic", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sonar imaging.", "Sonar imaging")]
    [InlineData("reef sonar", "Reef sonar")]
    [InlineData("A theme that goes on and on about sonar imaging of reefs", null)]
    [InlineData("Sonar imaging\nReefs", null)]
    [InlineData("Underwater lasers", null)]
    [InlineData("# Sonar", null)]
    [InlineData("Sonar imaging of", null)]
    [InlineData("", null)]
    public void A_name_is_short_and_of_known_words(string answer, string? name) =>
        Assert.Equal(name, ThemePlanner.AcceptName(answer, "Reef sonar imaging at night\nSonar imaging of reefs that go on"));

    [Theory]
    [InlineData("1: a\n1: b")]
    [InlineData("1: a")]
    [InlineData("1: a\n2: b\n3: c")]
    [InlineData("I cannot.")]
    public void An_order_that_is_none_is_not_followed(string answer) =>
        Assert.Null(ThemePlanner.Accept(answer, [new ReviewTheme("A", []), new ReviewTheme("B", [])]));

    [Fact]
    public async Task An_outline_keeps_its_themes_and_order()
    {
        var outline = new ReviewOutline("reefs", [new OutlineTheme("By drone", [Id(6)]), new OutlineTheme("By boat", [Id(1), Id(2)])]);
        using var model = new ScriptedReviewModel(Good);

        var review = await ReviewAsync(model, new ReviewRequest { Topic = "reefs", Outline = outline }, 4, TestContext.Current.CancellationToken);

        Assert.Equal(["By drone", "By boat"], review.Themes.Select(t => t.Title));
        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task An_extractive_review_asks_no_model()
    {
        using var model = new ScriptedReviewModel(Good);

        var review = await ReviewAsync(model, new ReviewRequest { Topic = "reefs", Extractive = true }, 4, TestContext.Current.CancellationToken);

        Assert.Equal((0, null), (model.Calls, review.Author));
    }

    private static string Good(string prompt, string sent) => prompt switch
    {
        "section" => IsSonar(sent) ? Sonar : Nurseries,
        "outline" => "NOTHING",
        _ => "",
    };

    private static bool IsSonar(string sent) => sent.Contains("DeepEcho", StringComparison.Ordinal);

    private static string CutKeys(string sentence) => System.Text.RegularExpressions.Regex.Replace(sentence, @" \[\d\]", "");

    private static async Task<LiteratureReview> ReviewAsync(
        Func<string, string, string> answer, bool showUnsupported = false, int concurrency = 4, CancellationToken? cancellationToken = null)
    {
        using var model = new ScriptedReviewModel(answer);
        return await ReviewAsync(model, new ReviewRequest { Topic = "reefs", ShowUnsupported = showUnsupported }, concurrency, cancellationToken ?? TestContext.Current.CancellationToken);
    }

    private static async Task<LiteratureReview> ReviewAsync(ScriptedReviewModel model, ReviewRequest request, int concurrency, CancellationToken cancellationToken)
    {
        var library = await InMemoryPaperLibrary.OfAsync(ReviewPapers.All, TestContext.Current.CancellationToken);
        var author = new ModelReview(model, PromptSet.Load(null), new ModelAnswerOptions { Concurrency = concurrency });
        return await new ReviewBuilder(library, TimeProvider.System, null, author).BuildAsync(request, null, cancellationToken);
    }

    private static PaperId Id(int number) => ReviewPapers.All[number - 1].Id;
}
