using System.Xml.Linq;
using PaperChat.Papers;
using PaperChat.Review;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Review;

public sealed class ReviewDocumentTests
{
    private static readonly Paper Hostile = ReviewPapers.Of(9, 2024, "Reefs <script>alert(1)</script> & [@fake] **bold** 50%_#", "However, reefs <b>suffer</b> from [@fake] noise & $x_1$ of 5%. We propose <img src=x onerror=alert(1)> reefs | a table @fake.");

    [Fact]
    public async Task Every_key_of_the_Markdown_is_in_the_bibliography()
    {
        var review = await ReviewAsync();

        var keys = System.Text.RegularExpressions.Regex.Matches(ReviewMarkdown.Write(review), @"(?<![\\\w])@([\w:-]+)").Select(m => m.Groups[1].Value).Distinct();

        Assert.Equal(review.References.Select(r => r.Key).Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Text_of_papers_never_becomes_markup()
    {
        var review = await ReviewAsync();
        var drawings = new Dictionary<string, string> { [ReviewBuilder.MapFile] = MapSvg.Write(review), [ReviewBuilder.TimelineFile] = TimelineSvg.Write(review) };

        var html = ReviewHtml.Write(review, drawings);
        var markdown = ReviewMarkdown.Write(review);
        var latex = ReviewLatex.Write(review);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("\\@fake", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("[@fake", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", markdown.Replace("\\<script", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("50\\%\\_\\#", latex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawings_are_well_formed_and_hold_a_mark_a_paper()
    {
        var review = await ReviewAsync();
        var papers = review.Themes.Sum(t => t.Papers.Count);

        foreach (var svg in new[] { TimelineSvg.Write(review), MapSvg.Write(review) })
        {
            var drawing = XDocument.Parse(svg).Root!;
            Assert.Equal(papers, drawing.Descendants().Count(e => e.Name.LocalName == "title"));
            Assert.DoesNotContain(drawing.Descendants(), e => e.Name.LocalName is "script" or "image" or "foreignObject");
            Assert.All(drawing.Descendants().Attributes(), a => Assert.DoesNotContain("NaN", a.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task LaTeX_draws_a_disc_and_a_letter_a_paper_without_a_package_for_it()
    {
        var review = await ReviewAsync();
        var papers = review.Themes.Sum(t => t.Papers.Count);

        var latex = ReviewLatex.Write(review);

        Assert.Equal(papers, latex.Split("\\circle*").Length - 1);
        Assert.Equal(papers, System.Text.RegularExpressions.Regex.Count(latex, @"\\makebox\(0,0\)\{\\footnotesize\\textbf\{[A-Z]\}\}"));
        Assert.DoesNotContain("tikz", latex, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN", latex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_without_a_year_stand_under_the_day_they_were_listed()
    {
        var papers = ReviewPapers.All.Take(6).Select((p, i) => p with { Year = null, Listed = new ListedDate(null, 7, 28 + (i % 2)) });

        var svg = TimelineSvg.Write(await ReviewAsync([.. papers]));

        Assert.Contains(">28 Jul</text>", svg, StringComparison.Ordinal);
        Assert.Contains(">29 Jul</text>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("n.d.", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_library_gives_the_same_review()
    {
        var (first, second) = (await ReviewAsync(), await ReviewAsync());

        Assert.Equal(ReviewMarkdown.Write(first), ReviewMarkdown.Write(second));
        Assert.Equal(MapSvg.Write(first), MapSvg.Write(second));
    }

    private static Task<LiteratureReview> ReviewAsync() => ReviewAsync([.. ReviewPapers.All, Hostile]);

    private static async Task<LiteratureReview> ReviewAsync(IReadOnlyList<Paper> papers)
    {
        var library = await InMemoryPaperLibrary.OfAsync(papers, TestContext.Current.CancellationToken);
        return await new ReviewBuilder(library, TimeProvider.System).BuildAsync(new ReviewRequest { Topic = "reefs" }, null, TestContext.Current.CancellationToken);
    }
}
