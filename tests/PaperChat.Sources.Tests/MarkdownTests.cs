using static PaperChat.Sources.Tests.SourceReading;

namespace PaperChat.Sources.Tests;

public sealed class MarkdownTests
{
    [Fact]
    public async Task Items_rows_and_headings_that_link_to_papers_are_papers()
    {
        var items = await ReadTextAsync(Samples.MarkdownList);

        var papers = items.Papers();
        Assert.Empty(items.Rejections());
        Assert.Equal(
            ["Counting Corals by Ear", "Dunes that Walk (and Sing)", "Listening for Sand", "Tides and their Makers", "Strings in Sand"],
            items.OrderBy(i => i.Line).Select(i => ((PaperChat.Ingestion.SourceItem.Read)i).Record.Title));
        var corals = papers.Single(p => p.Title.StartsWith("Counting", StringComparison.Ordinal));
        Assert.Equal(("https://arxiv.org/abs/2507.00001", 2025), (corals.Url, corals.Year));
        Assert.Equal(["https://github.com/example/corals"], corals.Links);
        var dunes = papers.Single(p => p.Title.StartsWith("Dunes", StringComparison.Ordinal));
        Assert.StartsWith("Dunes walk when", dunes.Abstract, StringComparison.Ordinal);
        Assert.Equal(2024, dunes.Year);
        var tides = papers.Single(p => p.Title.StartsWith("Tides", StringComparison.Ordinal));
        Assert.Equal(("NeurIPS", 2023, "https://arxiv.org/pdf/2305.00001"), (tides.Venue, tides.Year, tides.Url));
        Assert.StartsWith("Strings are found", papers.Single(p => p.Title.StartsWith("Strings", StringComparison.Ordinal)).Abstract, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- **Dunes that Walk** [[paper](https://arxiv.org/abs/2507.00001)]", "Dunes that Walk")]
    [InlineData("- Dunes that Walk. *ICML 2024*. [[pdf]](https://example.org/a.pdf)", "Dunes that Walk. ICML 2024")]
    [InlineData("- [ ] [Dunes that Walk \\[v2\\]](https://arxiv.org/abs/2507.00001 \"a\")", "Dunes that Walk [v2")]
    [InlineData("* (ICML'24) [Dunes _that_ Walk](https://arxiv.org/abs/2507.00001)", "Dunes that Walk")]
    [InlineData("### Dunes that Walk\n[Paper](https://example.org/p) | [Code](https://example.org/c)", "Dunes that Walk")]
    [InlineData("- **Dunes that Walk**\n  - [arXiv](https://arxiv.org/abs/2507.00001)\n  - Cy Dune, Ada Moss", "Dunes that Walk")]
    public async Task A_title_stands_in_the_link_in_bold_or_before_the_links(string line, string title)
    {
        var paper = (await ReadTextAsync(line + "\n", new SourceOptions { Format = SourceFormats.Markdown })).OnlyPaper();

        Assert.Equal(title, paper.Title);
    }

    [Fact]
    public async Task A_link_without_a_title_is_reported_with_its_line_and_costs_no_other()
    {
        var items = await ReadTextAsync("- [A Title](https://arxiv.org/abs/2507.00001)\n- [paper](https://arxiv.org/abs/2507.00002)\n- [Other](https://arxiv.org/abs/2507.00003)\n");

        Assert.Equal(["A Title", "Other"], items.Papers().Select(p => p.Title));
        Assert.Equal(2, Assert.Single(items.Rejections()).Line);
    }

    [Theory]
    [InlineData("| Title | Link |", "| Walking Dunes of Sand | [pdf](https://arxiv.org/pdf/2507.00001) |", "Walking Dunes of Sand")]
    [InlineData("| Paper | Venue |", "| [pdf](https://arxiv.org/pdf/2507.00001) Walking Dunes of Sand | ICML |", "Walking Dunes of Sand")]
    [InlineData("| Method | Source |", "| DuneNet | [Walking Dunes of Sand](https://arxiv.org/abs/2507.00001) |", "Walking Dunes of Sand")]
    [InlineData("| When | What it is | Where |", "| 2024 | Walking Dunes of Sand | [arXiv](https://arxiv.org/abs/2507.00001) |", "Walking Dunes of Sand")]
    [InlineData("| Paper | Work | Code |", "| [Paper](https://arxiv.org/abs/2507.00001) | Walking Dunes of Sand | [code](https://example.org) |", "Walking Dunes of Sand")]
    public async Task The_title_of_a_row_is_found_whatever_its_columns_are_called(string head, string row, string title)
    {
        var paper = (await ReadTextAsync($"{head}\n|---|---|---|\n{row}\n", new SourceOptions { Format = SourceFormats.Markdown })).OnlyPaper();

        Assert.Equal(title, paper.Title);
    }

    [Theory]
    [InlineData("~~~\n```\n- [A](https://arxiv.org/abs/2507.00001)\n~~~\n")]
    [InlineData("````\n```\n- [A](https://arxiv.org/abs/2507.00001)\n````\n")]
    [InlineData("```sh\n- [A](https://arxiv.org/abs/2507.00001)\n``` no end\n```\n")]
    [InlineData("```a``` is code within a line\n")]
    public async Task A_block_of_code_ends_with_its_own_fence(string code) =>
        Assert.Equal("B", (await ReadTextAsync(code + "- [B](https://arxiv.org/abs/2507.00002)\n")).OnlyPaper().Title);

    [Fact]
    public async Task A_block_of_code_that_does_not_end_is_reported_where_it_begins()
    {
        var items = await ReadTextAsync("- [A](https://arxiv.org/abs/2507.00001)\n\n```\n- [B](https://arxiv.org/abs/2507.00002)\n");

        Assert.Equal("A", Assert.Single(items.Papers()).Title);
        Assert.Equal(3, Assert.Single(items.Rejections()).Line);
    }

    [Fact]
    public async Task Code_holds_no_papers() =>
        Assert.Equal("B", (await ReadTextAsync("```\n- [A](https://arxiv.org/abs/2507.00001)\n```\n- [B](https://arxiv.org/abs/2507.00002)\n")).OnlyPaper().Title);
}
