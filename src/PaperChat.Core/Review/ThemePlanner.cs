using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Prompts;
using PaperChat.Text;

namespace PaperChat.Review;

/// <summary>
/// Has a model name the themes and put them in order. A name is taken only when it is short, of words that the model was shown, and
/// unlike the others; an order only when it holds every theme once. Otherwise what the rules gave stays.
/// </summary>
internal sealed partial class ThemePlanner(IChatClient client, PromptSet prompts, ModelAnswerOptions options, ModelSpend spent)
{
    private const int MostTitles = 12;
    private const int LeastWords = 1;
    private const int MostWords = 7;
    private const int LongestName = 70;
    private const int LongestCover = 200;

    private readonly PromptTemplate _name = prompts[PromptNames.LabelTheme];
    private readonly PromptTemplate _order = prompts[PromptNames.ReviewOutline];

    /// <summary>The themes with the names that could be taken, in their order.</summary>
    /// <param name="topic">The topic of the review.</param>
    /// <param name="themes">The themes under the names that rules gave them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ModelException">The model failed.</exception>
    public async Task<IReadOnlyList<ReviewTheme>> NameAsync(string topic, IReadOnlyList<ReviewTheme> themes, CancellationToken cancellationToken)
    {
        var proposed = new string?[themes.Count];
        await Parallel.ForAsync(0, themes.Count, new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellationToken },
            async (i, token) => proposed[i] = themes[i].Title == ReviewTheme.Other ? null : await NameAsync(topic, themes[i], token));
        var names = new List<string>();
        for (var i = 0; i < themes.Count; i++)
        {
            var others = names.Concat(themes.Skip(i + 1).Select(t => t.Title)).Append(ReviewTheme.Other);
            names.Add(proposed[i] is { } name && !others.Contains(name, StringComparer.OrdinalIgnoreCase) ? name : themes[i].Title);
        }

        return [.. themes.Select((t, i) => t with { Title = names[i] })];
    }

    /// <summary>The themes in the order in which a reader should meet them; what belongs to no theme comes last.</summary>
    /// <exception cref="ModelException">The model failed.</exception>
    public async Task<ThemePlan> OrderAsync(string topic, IReadOnlyList<ReviewTheme> themes, CancellationToken cancellationToken)
    {
        var list = string.Join('\n', themes.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}: {Line(t.Title)}\n{Titles(t, MostTitles / 3)}")));
        var response = await client.GetResponseAsync(
            _order.Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["topic"] = Line(topic), ["themes"] = list }), _order.Options, cancellationToken);
        spent.Take(response.Usage, response.ModelId);
        return Accept(response.Text, themes) ?? new ThemePlan(themes, [.. themes.Select(_ => "")]);
    }

    internal static ThemePlan? Accept(string answer, IReadOnlyList<ReviewTheme> themes)
    {
        var lines = answer.ReplaceLineEndings("\n").Split('\n').Select(l => Planned().Match(l)).Where(m => m.Success)
            .Select(m => (Number: int.Parse(m.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), Covers: TextCleaner.Clean(m.Groups["covers"].Value).Text.Trim())).ToArray();
        if (lines.Length != themes.Count || !lines.Select(l => l.Number).Order().SequenceEqual(Enumerable.Range(1, themes.Count)))
        {
            return null;
        }

        var ordered = lines.OrderBy(l => themes[l.Number - 1].Title == ReviewTheme.Other).ToArray();
        return new ThemePlan([.. ordered.Select(l => themes[l.Number - 1])], [.. ordered.Select(l => l.Covers.Length <= LongestCover ? l.Covers : "")]);
    }

    /// <summary>What a model answered as a name, when it can be one.</summary>
    /// <param name="answer">The model's text.</param>
    /// <param name="shown">All text that it was shown.</param>
    internal static string? AcceptName(string answer, string shown)
    {
        if (answer.Trim().AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            return null;
        }

        var name = TextCleaner.Clean(answer).Text.Trim().Trim('"', '“', '”', '*', '.', ' ');
        var words = TextAnalyzer.Words(name);
        if (name.Length is 0 or > LongestName || words.Count is < LeastWords or > MostWords || StopWords.Contains(words[^1].Text) || name.Any(IsMarkup) || InstructionFinder.Any(name))
        {
            return null;
        }

        var known = TextAnalyzer.Analyze(shown).Select(t => t.Term).ToHashSet(StringComparer.Ordinal);
        var terms = TextAnalyzer.Analyze(name).Select(t => t.Term).ToArray();
        return terms.Length > 0 && terms.All(known.Contains) ? char.ToUpperInvariant(name[0]) + name[1..] : null;
    }

    private static bool IsMarkup(char c) => c is '\n' or '[' or ']' or '{' or '}' or '<' or '>' or ':' or ';' or '`' or '|' or '#' or '@';

    private async Task<string?> NameAsync(string topic, ReviewTheme theme, CancellationToken cancellationToken)
    {
        var titles = Titles(theme, MostTitles);
        var messages = _name.Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["topic"] = Line(topic), ["terms"] = Line(theme.Title), ["titles"] = titles });
        var response = await client.GetResponseAsync(messages, _name.Options, cancellationToken);
        spent.Take(response.Usage, response.ModelId);
        return AcceptName(response.Text, string.Join('\n', topic, theme.Title, titles));
    }

    private static string Titles(ReviewTheme theme, int most) =>
        string.Join('\n', theme.Papers.Where(p => !InstructionFinder.Any(p.Title)).Take(most).Select(p => "- " + Line(p.Title)));

    private static string Line(string text) => TextCleaner.Clean(text).Text.ReplaceLineEndings(" ");

    [GeneratedRegex(@"^\s*(?<number>\d{1,2})\s*[:.)]\s*(?<covers>[^\r\n]*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Planned();
}
