using System.Globalization;
using System.Net;
using System.Text;

namespace PaperChat.Evaluation;

/// <summary>Draws risk-coverage curves as a self-contained SVG document (no scripts, fonts or links).</summary>
public static class RiskCoveragePlot
{
    private const int Width = 640;
    private const int Height = 440;
    private const int Left = 70;
    private const int Top = 50;
    private const int PlotWidth = 540;
    private const int PlotHeight = 320;

    // Okabe and Ito's colours, told apart by colour-blind readers; dashes tell them apart in grey.
    private static readonly (string Colour, string Dashes)[] Styles =
        [("#0072b2", "none"), ("#d55e00", "7 4"), ("#009e73", "2 3"), ("#cc79a7", "9 3 2 3")];

    /// <summary>The drawing; the risk axis ends at the next tenth above the highest risk.</summary>
    public static string Draw(string title, IReadOnlyList<RiskCoverageSeries> series)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(series);
        var highest = series.SelectMany(s => s.Curve.Points).Select(p => p.Risk).DefaultIfEmpty(0).Max();
        var top = Math.Clamp(Math.Ceiling(highest * 10 - 1e-9) / 10, 0.1, 1);
        var svg = new StringBuilder();
        AppendFrame(svg, title);
        AppendAxes(svg, top);
        for (var i = 0; i < series.Count; i++)
        {
            AppendCurve(svg, series[i], i, top);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendFrame(StringBuilder svg, string title)
    {
        var text = Escape(title);
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">");
        Line(svg, $"<title>{text}</title>");
        Line(svg, $"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Line(svg, $"<text x=\"{Width / 2}\" y=\"28\" text-anchor=\"middle\" font-size=\"16\">{text}</text>");
    }

    private static void AppendAxes(StringBuilder svg, double top)
    {
        for (var tick = 0; tick <= 5; tick++)
        {
            var share = tick / 5.0;
            double x = X(share), y = Y(share * top, top);
            Line(svg, $"<line x1=\"{Left}\" y1=\"{y:0.#}\" x2=\"{Left + PlotWidth}\" y2=\"{y:0.#}\" stroke=\"#ddd\"/>");
            Line(svg, $"<text x=\"{x:0.#}\" y=\"{Top + PlotHeight + 18}\" text-anchor=\"middle\">{share:0.0}</text>");
            Line(svg, $"<text x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{share * top:0.##}</text>");
        }

        Line(svg, $"<path d=\"M{Left} {Top}V{Top + PlotHeight}H{Left + PlotWidth}\" fill=\"none\" stroke=\"#222\"/>");
        Line(svg, $"<text x=\"{Left + PlotWidth / 2}\" y=\"{Top + PlotHeight + 44}\" text-anchor=\"middle\">Coverage: share of questions answered</text>");
        Line(svg, $"<text transform=\"translate(20 {Top + PlotHeight / 2}) rotate(-90)\" text-anchor=\"middle\">Risk: share of answers that are wrong</text>");
    }

    private static void AppendCurve(StringBuilder svg, RiskCoverageSeries series, int index, double top)
    {
        var (colour, dashes) = Styles[index % Styles.Length];
        var points = series.Curve.Points;
        if (points.Count > 0)
        {
            var path = string.Join(' ', points.Select(p => Invariant($"{X(p.Coverage):0.#},{Y(p.Risk, top):0.#}")));
            Line(svg, $"<polyline points=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>");
            foreach (var p in points)
            {
                Line(svg, $"<circle cx=\"{X(p.Coverage):0.#}\" cy=\"{Y(p.Risk, top):0.#}\" r=\"2.5\" fill=\"{colour}\"><title>confidence {p.Threshold:0.00}: coverage {p.Coverage:0.00}, risk {p.Risk:0.00}</title></circle>");
            }
        }

        var y = Top + 14 + index * 18;
        Line(svg, $"<line x1=\"{Left + 14}\" y1=\"{y - 4}\" x2=\"{Left + 44}\" y2=\"{y - 4}\" stroke=\"{colour}\" stroke-width=\"2\" stroke-dasharray=\"{dashes}\"/>");
        Line(svg, $"<text x=\"{Left + 52}\" y=\"{y}\">{Escape(series.Label)}</text>");
    }

    private static double X(double coverage) => Left + coverage * PlotWidth;

    private static double Y(double risk, double top) => Top + PlotHeight * (1 - risk / top);

    private static void Line(StringBuilder svg, FormattableString text) => svg.Append(Invariant(text)).Append('\n');

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write control characters and half surrogate pairs, so that one of them would spoil the file.
    private static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(
        text.EnumerateRunes().Where(r => !Rune.IsControl(r) && r.Value is not (0xFFFE or 0xFFFF)).Select(r => r.ToString())));
}
