using System.Globalization;
using System.Net;
using System.Text;
using PaperChat.Peers.Figures;

namespace PaperChat.Peers.Reports;

/// <summary>Draws median latency over library size, both logarithmic, as a self-contained SVG document.</summary>
internal static class LatencyPlot
{
    private const int Width = 820;
    private const int Height = 504;
    private const int Left = 90;
    private const int Top = 70;
    private const int PlotWidth = 530;
    private const int PlotHeight = 370;
    private const int LabelGap = 17;

    // Okabe and Ito's colours, told apart by colour-blind readers; dashes tell them apart in grey.
    private static readonly (string Colour, string Dashes)[] Styles =
        [("#0072b2", "none"), ("#d55e00", "7 4"), ("#009e73", "2 3"), ("#cc79a7", "9 3 2 3"), ("#555555", "12 4")];

    public static string Draw(IReadOnlyList<SizeFigures> sizes)
    {
        var series = SeriesOf(sizes);
        var points = series.SelectMany(s => s.Points).ToArray();
        var svg = new StringBuilder();
        AppendFrame(svg);
        if (points.Length > 0)
        {
            var x = new LogScale(points.Min(p => p.Papers) / 1.25, points.Max(p => p.Papers) * 1.25, Left, Left + PlotWidth);
            var y = LogScale.Decades(points.Min(p => p.Ms), points.Max(p => p.Ms), Top + PlotHeight, Top);
            AppendGrid(svg, [.. points.Select(p => p.Papers).Distinct().Order()], x, y);
            AppendSeries(svg, series, x, y);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static List<LatencySeries> SeriesOf(IReadOnlyList<SizeFigures> sizes) =>
    [
        .. sizes.SelectMany(s => s.Engines.Where(e => e.MedianMs > 0).Select(e => (e.Engine, Point: ((double)s.Papers, e.MedianMs))))
            .GroupBy(p => p.Engine, StringComparer.Ordinal)
            .Select(g => new LatencySeries(g.Key, [.. g.Select(p => p.Point)])),
    ];

    private static void AppendFrame(StringBuilder svg)
    {
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#222\">");
        Line(svg, $"<title>Time of a search by size of the library</title>");
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line(svg, $"<text x=\"{Left}\" y=\"28\" font-size=\"17\">Time of a search by size of the library</text>");
        Line(svg, $"<text x=\"{Left}\" y=\"48\" fill=\"#555\">median of warm top-10 searches, one at a time; both axes logarithmic, lower is faster</text>");
    }

    private static void AppendGrid(StringBuilder svg, double[] papers, LogScale x, LogScale y)
    {
        foreach (var ms in y.Ticks())
        {
            Line(svg, $"<line x1=\"{Left}\" y1=\"{y.At(ms):0.#}\" x2=\"{Left + PlotWidth}\" y2=\"{y.At(ms):0.#}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{Left - 8}\" y=\"{y.At(ms) + 4:0.#}\" text-anchor=\"end\">{ms:#,0.###} ms</text>");
        }

        foreach (var count in papers)
        {
            Line(svg, $"<line x1=\"{x.At(count):0.#}\" y1=\"{Top}\" x2=\"{x.At(count):0.#}\" y2=\"{Top + PlotHeight}\" stroke=\"#eee\"/>");
            Line(svg, $"<text x=\"{x.At(count):0.#}\" y=\"{Top + PlotHeight + 19}\" text-anchor=\"middle\">{count:#,0}</text>");
        }

        Line(svg, $"<path d=\"M{Left} {Top}V{Top + PlotHeight}H{Left + PlotWidth}\" fill=\"none\" stroke=\"#222\"/>");
        Line(svg, $"<text x=\"{Left + PlotWidth / 2}\" y=\"{Top + PlotHeight + 46}\" text-anchor=\"middle\">papers in the library</text>");
    }

    private static void AppendSeries(StringBuilder svg, List<LatencySeries> series, LogScale x, LogScale y)
    {
        var labels = LabelPlaces([.. series.Select(s => y.At(s.Points[^1].Ms))]);
        for (var i = 0; i < series.Count; i++)
        {
            var (colour, dashes) = Styles[i % Styles.Length];
            var path = string.Join(' ', series[i].Points.Select(p => Invariant($"{x.At(p.Papers):0.#},{y.At(p.Ms):0.#}")));
            Line(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>");
            foreach (var (papers, ms) in series[i].Points)
            {
                Line(svg, $"<circle cx=\"{x.At(papers):0.#}\" cy=\"{y.At(ms):0.#}\" r=\"3.5\" fill=\"{colour}\"><title>{papers:#,0} papers: {Significant.Of(ms)} ms</title></circle>");
            }

            var last = series[i].Points[^1];
            Line(svg, $"<path d=\"M{x.At(last.Papers) + 5:0.#} {y.At(last.Ms):0.#}L{Left + PlotWidth + 12} {labels[i] - 4:0.#}\" stroke=\"{colour}\" stroke-width=\"0.7\" fill=\"none\"/>");
            Line(svg, $"<text x=\"{Left + PlotWidth + 16}\" y=\"{labels[i]:0.#}\" fill=\"{colour}\">{WebUtility.HtmlEncode(series[i].Label)}: {Significant.Of(last.Ms)} ms</text>");
        }
    }

    // Labels stand beside the ends of their lines, pushed apart where lines end close together.
    private static double[] LabelPlaces(double[] ends)
    {
        var places = new double[ends.Length];
        var free = (double)Top;
        foreach (var i in Enumerable.Range(0, ends.Length).OrderBy(i => ends[i]))
        {
            places[i] = Math.Max(ends[i] + 4, free);
            free = places[i] + LabelGap;
        }

        return places;
    }

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(Invariant(text)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record LatencySeries(string Label, IReadOnlyList<(double Papers, double Ms)> Points);
}
