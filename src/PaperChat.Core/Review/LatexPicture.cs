using System.Globalization;
using System.Text;

namespace PaperChat.Review;

/// <summary>A <c>picture</c> environment in the making. Lengths are millimetres from the lower left corner.</summary>
internal sealed class LatexPicture(double width, double height)
{
    private readonly StringBuilder _body = new();

    public void Line(double x, double y, double length) =>
        _body.Append(CultureInfo.InvariantCulture, $"\\put({Number(x)},{Number(y)}){{\\line(1,0){{{Number(length)}}}}}\n");

    public void Disc(double x, double y, double diameter) =>
        _body.Append(CultureInfo.InvariantCulture, $"\\put({Number(x)},{Number(y)}){{\\circle*{{{Number(diameter)}}}}}\n");

    /// <summary>Something of LaTeX, its middle at a place; with "l" its left edge.</summary>
    public void Put(double x, double y, string latex, string side) =>
        _body.Append(CultureInfo.InvariantCulture, $"\\put({Number(x)},{Number(y)}){{\\makebox(0,0){(side.Length == 0 ? "" : $"[{side}]")}{{{latex}}}}}\n");

    public override string ToString() =>
        $"\\setlength{{\\unitlength}}{{1mm}}\n\\begin{{picture}}({Number(width)},{Number(height)})\n{_body}\\end{{picture}}\n";

    public static string Number(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);
}
