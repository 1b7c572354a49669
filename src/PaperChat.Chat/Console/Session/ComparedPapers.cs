using System.Globalization;
using System.Text.RegularExpressions;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

/// <summary>
/// What was typed after <c>/compare</c>: two to four papers, by their numbers in the last list (<c>1 2</c>) or by names
/// (<c>A | B</c>), and after a colon the aspect. Everything that does not hold is a message for the user.
/// </summary>
internal sealed partial record ComparedPapers(IReadOnlyList<Paper> Papers, string? Aspect)
{
    private const int Most = 4;
    private const string Usage = "Give two to four papers: /compare 1 2 (numbers of the last list), /compare NAME | NAME, and what to compare after a colon: /compare 1 2: training cost";

    private static readonly char[] Separators = [' ', ',', '[', ']', '.', '|'];

    /// <summary>The papers meant; null after the reason was said.</summary>
    public static async Task<ComparedPapers?> ReadAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        var byNumber = NumbersPattern().Match(arguments);
        var parts = byNumber.Success
            ? byNumber.Groups["numbers"].Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(p => char.IsAsciiDigit(p[0])).ToArray()
            : NameSeparator(arguments).Split(arguments).Select(p => p.Trim().Trim('"')).Where(p => p.Length > 0).ToArray();
        var aspect = byNumber.Success ? byNumber.Groups["aspect"].Value.Trim() : "";
        if (!byNumber.Success && parts.Length > 0 && parts[^1].LastIndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            && await Lookup(session).FindTitledAsync(parts[^1], cancellationToken) is null)
        {
            aspect = parts[^1][(colon + 2)..].Trim();
            parts[^1] = parts[^1][..colon].Trim().Trim('"');
        }

        if (parts.Length is < 2 or > Most)
        {
            session.Say(parts.Length > Most ? $"At most {Most} papers are set side by side. {Usage}" : Usage);
            return null;
        }

        List<Paper> papers = [];
        foreach (var part in parts)
        {
            var paper = IsNumber(part) ? Listed(session, part.Trim(Separators)) : await NamedAsync(session, part, cancellationToken);
            if (paper is null)
            {
                return null;
            }

            papers.Add(paper);
        }

        if (papers.DistinctBy(p => p.Id).Count() < papers.Count)
        {
            session.Say($"That names one paper twice: \"{PaperText.Title(papers.GroupBy(p => p.Id).First(g => g.Skip(1).Any()).First())}\". Give papers that differ.");
            return null;
        }

        return new ComparedPapers(papers, aspect.Length > 0 ? aspect : null);
    }

    private static bool IsNumber(string part) => part.Trim(Separators) is { Length: > 0 } digits && digits.All(char.IsAsciiDigit);

    private static Paper? Listed(ChatSession session, string number)
    {
        var listed = session.Conversation.Listed;
        var found = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? listed.FirstOrDefault(l => l.Number == n)?.Paper
            : null;
        if (found is null)
        {
            session.Say(listed.Count switch
            {
                0 => "There is no list of papers yet: ask a question, or try /papers or /search WORDS. Names do too: /compare NAME | NAME",
                1 => $"There is no paper {number}: the last list has one paper. Names do too: /compare NAME | NAME",
                _ => $"There is no paper {number} in the last list ({listed[0].Number} to {listed[^1].Number}). /papers and /search WORDS list others.",
            });
        }

        return found;
    }

    private static async Task<Paper?> NamedAsync(ChatSession session, string name, CancellationToken cancellationToken)
    {
        if (await Lookup(session).FindAsync(name, cancellationToken) is { } found)
        {
            return found;
        }

        session.Say($"No paper is called \"{TerminalText.Line(name)}\". /search WORDS finds papers; then give their numbers, such as /compare 1 2");
        return null;
    }

    private static PaperLookup Lookup(ChatSession session) => new(session.Library, session.Pipeline, session.Conversation.Filters);

    // Whoever does not know the bar writes "A and B", "A vs B" or "A, B".
    private static Regex NameSeparator(string arguments) =>
        arguments.Contains('|', StringComparison.Ordinal) ? BarPattern() : WordsPattern();

    [GeneratedRegex(@"^(?<numbers>(\s|,|\||\band\b|\[?[0-9]+\]?\.?(?=[\s,|:\[]|$))*)(:(?<aspect>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumbersPattern();

    [GeneratedRegex(@"\|")]
    private static partial Regex BarPattern();

    [GeneratedRegex(@"\s+(?:and|vs\.?|versus|with)\s+|\s*,\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WordsPattern();
}
