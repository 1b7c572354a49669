using System.Text;

namespace PaperChat.EndToEnd.Ingesting;

/// <summary>Pages and JSON Lines of papers written for the tests, any number of them.</summary>
internal static class WrittenPapers
{
    /// <summary>Papers as a saved Daily Papers page has them; the paper <paramref name="changed"/> has another abstract.</summary>
    public static string Page(int last, int? changed = null, int first = 1)
    {
        var page = new StringBuilder("new\n\nWritten for a test\n\nSubscribe\n\nDaily Papers\n\nby the tests\n\nJul 28\n\n");
        for (var paper = first; paper <= last; paper++)
        {
            page.Append(Title(paper)).Append("\n\n").Append(Abstract(paper, paper == changed)).Append("\n\n");
        }

        return page.ToString();
    }

    /// <summary>Papers <paramref name="first"/> to <paramref name="last"/>, one JSON object a line.</summary>
    public static string Lines(int first, int last)
    {
        var lines = new StringBuilder();
        for (var paper = first; paper <= last; paper++)
        {
            lines.Append($$"""{"id":"written-{{paper}}","title":"{{Title(paper)}}","abstract":"{{Abstract(paper, changed: false)}}","year":2024}""").Append('\n');
        }

        return lines.ToString();
    }

    private static string Title(int paper) => $"Kestrel-{paper}: Steering Paper Gliders With Number {paper} of Many Small Sensors";

    private static string Abstract(int paper, bool changed) =>
        $"Paper gliders drift when the air in a hall moves, and a pilot on the ground sees it too late. We fold a strip of {paper} sensors into the wing "
        + $"and steer by what they feel, which keeps glider {paper} on its line in nine of ten flights. The strip weighs two grams, needs no radio, and is "
        + (changed ? "glued to the keel after all, because tape comes off in damp air." : "held by tape, so that it can move to the next glider in a minute.");
}
