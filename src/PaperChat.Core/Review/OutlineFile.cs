using System.Text;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// An outline as a file to edit: Markdown, the topic as heading of the first level, a theme a heading of the second, under it one
/// list item a paper, its id in backticks (or as the first word) and then anything.
/// </summary>
public static class OutlineFile
{
    private const string Hint =
        "<!-- Change, move, add and remove themes (## lines) and papers (- lines; only the id between the backticks counts), then give this file to --outline. -->";

    public static string Write(string topic, IReadOnlyList<ReviewTheme> themes)
    {
        ArgumentNullException.ThrowIfNull(themes);
        var text = new StringBuilder($"# {Line(topic)}\n\n{Hint}\n");
        foreach (var theme in themes)
        {
            text.Append($"\n## {Line(theme.Title)}\n\n");
            foreach (var paper in theme.Papers)
            {
                text.Append($"- `{Line(paper.Id.Value)}` {Line(paper.Title)}{(paper.Year is { } year ? FormattableString.Invariant($" ({year})") : "")}\n");
            }
        }

        return text.ToString();
    }

    /// <exception cref="PaperChatException">A line is not of this form; the message names it.</exception>
    public static ReviewOutline Read(string text, string location)
    {
        ArgumentNullException.ThrowIfNull(text);
        var topic = "";
        var themes = new List<(string Title, List<PaperId> Papers)>();
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()))
        {
            number++;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                themes.Add((line[3..].Trim(), []));
            }
            else if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                topic = line[2..].Trim();
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal))
            {
                if (themes.Count == 0)
                {
                    throw Wrong(location, number, "a paper stands before the first theme; a theme is a line that begins with '## '");
                }

                themes[^1].Papers.Add(IdOf(line[2..].Trim()) ?? throw Wrong(location, number, "there is no id of a paper; write it between backticks: - `arxiv:2401.00001` title"));
            }
        }

        var kept = themes.Where(t => t.Papers.Count > 0).Select(t => new OutlineTheme(t.Title, [.. t.Papers.Distinct()])).ToArray();
        return kept.Length > 0 ? new ReviewOutline(topic, kept) : throw Wrong(location, number, "it holds no theme with papers; a theme is a line '## Title' with lines '- `id`' under it");
    }

    private static PaperId? IdOf(string item)
    {
        var end = item.Length > 0 && item[0] == '`' ? item.IndexOf('`', 1) : -1;
        var id = end > 0 ? item[1..end] : item.Split(' ')[0];
        return id.Trim().Length == 0 ? null : new PaperId(id.Trim());
    }

    private static PaperChatException Wrong(string location, int line, string what) => new($"{location}:{line}: The outline cannot be used: {what}.");

    private static string Line(string text) => TextCleaner.Clean(text).Text.ReplaceLineEndings(" ").Trim();
}
