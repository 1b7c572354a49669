using System.Xml.Linq;
using PaperChat.Evaluation;

namespace PaperChat.Core.Tests.Evaluation;

public sealed class RiskCoveragePlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_series_is_a_curve_with_its_label()
    {
        var first = RiskCoverage.Of([new(0.9, true, true), new(0.5, true, false)]);
        var second = RiskCoverage.Of([new(0.8, true, false)]);

        var root = Parse(RiskCoveragePlot.Draw("Title", [new("all", first), new("bounded", second)]));

        Assert.Equal(["340,370 610,210", "610,50"], Curves(root));
        Assert.Contains("all", Texts(root));
        Assert.Contains("bounded", Texts(root));
        Assert.Contains(Texts(root), t => t.StartsWith("Coverage", StringComparison.Ordinal));
        Assert.Contains(Texts(root), t => t.StartsWith("Risk", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_is_escaped_and_loses_its_control_characters()
    {
        var root = Parse(RiskCoveragePlot.Draw("a<b & \"c\"\u001b[31m\ud800", [new("</text><script>", RiskCoverage.Of([]))]));

        Assert.Contains("a<b & \"c\"[31m\ufffd", Texts(root));
        Assert.Contains("</text><script>", Texts(root));
        Assert.Empty(root.Descendants(Svg + "script"));
    }

    [Fact]
    public void A_curve_without_points_is_only_named()
    {
        var root = Parse(RiskCoveragePlot.Draw("Title", [new("nothing answered", RiskCoverage.Of([]))]));

        Assert.Empty(Curves(root));
        Assert.Contains("nothing answered", Texts(root));
    }

    private static XElement Parse(string svg) => XDocument.Parse(svg).Root!;

    private static IEnumerable<string> Curves(XElement root) =>
        root.Elements(Svg + "polyline").Select(p => p.Attribute("points")!.Value);

    private static IEnumerable<string> Texts(XElement root) => root.Elements(Svg + "text").Select(t => t.Value);
}
