using PaperChat.Ingestion;

namespace PaperChat.Core.Tests.Ingestion;

public sealed class PaperNormalizerTests
{
    [Theory]
    [InlineData("2407.01234", "arxiv:2407.01234")]
    [InlineData("2407.01234v3", "arxiv:2407.01234")]
    [InlineData("arXiv:0906.5132", "arxiv:0906.5132")]
    [InlineData("https://arxiv.org/abs/2407.01234v2", "arxiv:2407.01234")]
    [InlineData("https://arxiv.org/pdf/2407.01234.pdf", "arxiv:2407.01234")]
    [InlineData("hep-th/9901001", "arxiv:hep-th/9901001")]
    [InlineData("math.GT/0309136v1", "arxiv:math.GT/0309136")]
    public void An_arxiv_id_in_any_form_names_the_paper(string field, string id) =>
        Assert.Equal(id, Normalize(Record() with { Arxiv = field, Key = "k1", Doi = "10.1000/x" }).Paper.Id.Value);

    [Theory]
    [InlineData("10.1000/ABC.5", "doi:10.1000/abc.5")]
    [InlineData("https://doi.org/10.1000/abc.5", "doi:10.1000/abc.5")]
    [InlineData("doi: 10.1000/abc.5", "doi:10.1000/abc.5")]
    [InlineData("10.48550/arXiv.2407.01234", "arxiv:2407.01234")]
    [InlineData("not a doi", "k1")]
    public void A_doi_names_the_paper_and_arxivs_own_is_an_arxiv_id(string field, string id) =>
        Assert.Equal(id, Normalize(Record() with { Doi = field, Key = "k1" }).Paper.Id.Value);

    [Theory]
    [InlineData("https://arxiv.org/abs/2407.01234v2", "arxiv:2407.01234")]
    [InlineData("https://huggingface.co/papers/2407.01234", "arxiv:2407.01234")]
    [InlineData("https://doi.org/10.1000/Q", "doi:10.1000/q")]
    [InlineData("https://example.org/2407.01234", "k1")]
    public void The_records_address_can_name_the_paper(string url, string id) =>
        Assert.Equal(id, Normalize(Record() with { Url = url, Key = "k1" }).Paper.Id.Value);

    [Theory]
    [InlineData("We test it. arXiv:2407.01234v1", "arxiv:2407.01234")]
    [InlineData("arXiv:2407.01234 We test it.", "arxiv:2407.01234")]
    [InlineData("We test it. Preprint: https://arxiv.org/abs/2407.01234.", "arxiv:2407.01234")]
    [InlineData("We build on the model of arXiv:2407.01234 and test it.", "k1")]
    [InlineData("We answer a question raised in https://arxiv.org/abs/2407.01234.", "k1")]
    [InlineData("We follow arXiv:2301.00001. It holds. arXiv:2407.01234", "k1")]
    public void An_id_in_the_text_is_the_papers_own_only_when_it_stands_alone_at_an_end(string text, string id) =>
        Assert.Equal(id, Normalize(Record() with { Abstract = text, Key = "k1" }).Paper.Id.Value);

    [Fact]
    public void Without_any_id_the_title_names_the_paper_whatever_its_case_and_punctuation()
    {
        var first = Normalize(new SourceRecord { Title = "Learning to Read: A Study" }).Paper.Id;
        var second = Normalize(new SourceRecord { Title = "learning  to read – a study" }).Paper.Id;

        Assert.Matches("^title:[0-9a-f]{16}$", first.Value);
        Assert.Equal(first, second);
        Assert.NotEqual(first, Normalize(new SourceRecord { Title = "Learning to Write" }).Paper.Id);
    }

    [Fact]
    public void Aliases_hold_every_id_best_first()
    {
        var aliases = Normalize(Record() with { Key = "acme:7", Doi = "10.1000/x", Arxiv = "2407.01234" }).Aliases.Select(a => a.Value).ToList();

        Assert.Equal(["arxiv:2407.01234", "doi:10.1000/x", "acme:7"], aliases[..3]);
        Assert.StartsWith("title:", aliases[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_stay_as_they_stand()
    {
        var paper = Normalize(Record() with { Title = @" A 12\% gain ", Abstract = "Runs  10times\nfaster." }).Paper;

        Assert.Equal(@" A 12\% gain ", paper.Title);
        Assert.Equal("Runs  10times\nfaster.", paper.Abstract);
    }

    [Fact]
    public void Nul_and_half_surrogates_are_replaced_one_for_one()
    {
        var paper = Normalize(Record() with { Abstract = "a\0b\uD83Dc😀" }).Paper;

        Assert.Equal("a\uFFFDb\uFFFDc😀", paper.Abstract);
    }

    [Fact]
    public void Links_of_the_text_become_links_of_the_paper()
    {
        var text = @"Code: https://example.org/a_b. Page (see http://example.org/x(1)), \url{https://example.org/c\_d} and https://example.org/a_b; https://localhost";

        Assert.Equal(
            ["https://example.org/page", "https://example.org/a_b", "http://example.org/x(1)", "https://example.org/c_d"],
            Normalize(Record() with { Abstract = text, Links = ["https://example.org/page"] }).Paper.Links);
    }

    [Theory]
    [InlineData("", 1, 1, 1, "title is empty")]
    [InlineData("  ", 1, 1, 1, "title is empty")]
    [InlineData("t", PaperNormalizer.MaxTitleLength, 1, 1, "title has")]
    [InlineData("t", 1, PaperNormalizer.MaxAbstractLength + 1, 1, "abstract has")]
    [InlineData("t", 1, 1, PaperNormalizer.MaxAuthors + 1, "authors")]
    public void What_is_empty_or_too_long_is_rejected_with_its_reason(string title, int titleLength, int length, int authors, string reason)
    {
        var record = new SourceRecord
        {
            Title = title + new string(' ', titleLength),
            Abstract = new string('a', length),
            Authors = [.. Enumerable.Repeat("A. B.", authors)],
        };

        Assert.Null(PaperNormalizer.Normalize(record, out var said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    private static SourceRecord Record() => new() { Title = "A title" };

    private static NormalizedPaper Normalize(SourceRecord record)
    {
        var paper = PaperNormalizer.Normalize(record, out var reason);
        Assert.Null(reason);
        return paper!;
    }
}
