using System.Xml.Linq;
using PaperChat.Peers.Figures;
using PaperChat.Peers.Reports;

namespace PaperChat.Peers.Tests.Reports;

public sealed class LatencyPlotTests
{
    [Fact]
    public void Each_engine_has_a_line_and_a_label_with_its_last_median()
    {
        var svg = Draw(
            new SizeFigures(10_000, 10_000, 1, [SampleFigures.Engine("PaperChat", 0.2), SampleFigures.Engine("A & B", 20)]),
            new SizeFigures(100_000, 100_000, 1, [SampleFigures.Engine("PaperChat", 1.5), SampleFigures.Engine("A & B", 200)]));

        Assert.Equal(2, Elements(svg, "polyline").Count());
        Assert.Contains(Elements(svg, "text"), t => t.Value == "PaperChat: 1.50 ms");
        Assert.Contains(Elements(svg, "text"), t => t.Value == "A & B: 200 ms");
    }

    [Fact]
    public void Labels_of_lines_that_end_together_do_not_overlap()
    {
        var svg = Draw(new SizeFigures(10_000, 10_000, 1, [SampleFigures.Engine("One", 3), SampleFigures.Engine("Two", 3), SampleFigures.Engine("Three", 3)]));

        double[] heights = [.. Elements(svg, "text").Where(t => t.Value.EndsWith(": 3.00 ms")).Select(t => (double)t.Attribute("y")!).Order()];

        Assert.Equal(3, heights.Length);
        Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 15));
    }

    [Fact]
    public void Ten_times_the_time_is_as_far_everywhere_on_the_axis()
    {
        var scale = LogScale.Decades(0.2, 300, 400, 0);

        Assert.Equal([0.1, 1, 10, 100, 1000], scale.Ticks().Select(t => Math.Round(t, 6)));
        Assert.Equal([400, 300, 200, 100, 0], scale.Ticks().Select(t => Math.Round(scale.At(t), 6)));
    }

    [Fact]
    public void Without_figures_the_drawing_is_still_a_document()
    {
        Assert.Empty(Elements(Draw(), "polyline"));
    }

    private static XElement Draw(params SizeFigures[] sizes) => XElement.Parse(LatencyPlot.Draw(sizes));

    private static IEnumerable<XElement> Elements(XElement svg, string name) => svg.Elements().Where(e => e.Name.LocalName == name);
}
