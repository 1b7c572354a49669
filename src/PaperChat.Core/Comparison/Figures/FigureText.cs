using System.Text.RegularExpressions;

namespace PaperChat.Comparison.Figures;

/// <summary>A stored text with LaTeX around numbers blanked out, of the same length, so that all offsets stay.</summary>
internal static partial class FigureText
{
    public static string Of(string stored) =>
        Markup().Replace(stored, m => (m.Value switch
        {
            @"\times" => "×",
            @"\pm" => "±",
            @"\%" => " %",
            @"\&" => "&&",
            @"\rightarrow" or @"\to" => "→",
            @"\sim" or @"\approx" => "~",
            _ => "",
        }).PadRight(m.Length));

    [GeneratedRegex(@"\\times|\\pm|\\%|\\&|\\rightarrow|\\to\b|\\sim\b|\\approx\b|\\(it\b|bf\b|rm\b|textbf|boldsymbol|mathbf|emph|textit)\b|[${}]")]
    private static partial Regex Markup();
}
