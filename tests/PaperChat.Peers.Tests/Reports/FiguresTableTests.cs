using PaperChat.Peers.Figures;
using PaperChat.Peers.Reports;

namespace PaperChat.Peers.Tests.Reports;

public sealed class FiguresTableTests
{
    private static readonly string Text = FiguresTable.Write(SampleFigures.Of(
        new SizeFigures(10_000, 10_000, 15_000_000, [SampleFigures.Engine("PaperChat", 0.25), SampleFigures.Engine("FTS|5", 20)]),
        new SizeFigures(500_000, 196_732, 750_000_000, [SampleFigures.Engine("PaperChat", 2.5)])));

    [Fact]
    public void A_row_holds_the_figures_of_an_engine()
    {
        Assert.Contains("| PaperChat | 5,000 | 150 | 30 | 12.3 | 0.250 | 1.00 | 1,000 | 1,900 | 1.90 | – | 2,727 |\n", Text);
    }

    [Fact]
    public void Sizes_with_mixed_papers_say_how_many_are_real()
    {
        Assert.Contains("### 10,000 papers (15 MB of JSON Lines)\n", Text);
        Assert.Contains("### 500,000 papers, 196,732 of them real (750 MB of JSON Lines)\n", Text);
    }

    [Fact]
    public void Growth_compares_with_the_first_engine_and_marks_what_was_not_measured()
    {
        Assert.Contains("| PaperChat | 0.250 | 2.50 |\n| FTS\\|5 | 20.0 (80.0×) | – |\n", Text);
    }

    [Fact]
    public void Quality_is_listed_by_questions()
    {
        Assert.Contains("| PaperChat | tldr | 704 | 0.8500 | 0.9700 |\n", Text);
    }

    [Fact]
    public void What_was_left_out_stays_on_one_line()
    {
        Assert.Contains("* Xapian was not measured: it said a\\|b and ended.\n", Text);
    }
}
