using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

/// <summary>Questions that the library can answer, made of its own titles, so that a newcomer has something to type.</summary>
internal static class ExampleQuestions
{
    private const int Wanted = 3;
    private const int Considered = 200;
    private const int MaxLength = 70;

    public static async Task<IReadOnlyList<string>> FromAsync(IPaperLibrary library, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(library);
        var papers = await library.ListAsync(SearchFilters.None, cancellationToken).Take(Considered).ToArrayAsync(cancellationToken);
        return Of(papers);
    }

    /// <summary>One about a method by its name, one about a topic, one about another method; fewer where titles give no more.</summary>
    internal static IReadOnlyList<string> Of(IReadOnlyList<Paper> papers)
    {
        var titles = papers.Select(PaperText.Title).ToArray();
        var names = papers.Select(MethodName.Of).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var topics = titles.Select(Topic).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        IEnumerable<string> questions =
        [
            .. names.Take(1).Select(n => $"What is {n}?"),
            .. topics.Take(1).Select(t => $"Which papers are about {t}?"),
            .. names.Skip(1).Take(1).Select(n => $"How well does {n} work?"),
            .. papers.Where(p => MethodName.Of(p) is null).Select(PaperText.Title).Select(t => $"What is new in \"{t}\"?").Where(q => q.Length <= MaxLength),
            .. titles.Select(t => $"What is new in \"{t}\"?").OrderBy(q => q.Length),
        ];
        return [.. questions.Distinct(StringComparer.OrdinalIgnoreCase).Take(Wanted)];
    }

    // What follows the last " for " of a title is what the paper is about.
    private static string? Topic(string title)
    {
        var at = title.LastIndexOf(" for ", StringComparison.Ordinal);
        var topic = at > 0 ? title[(at + 5)..].Trim() : "";
        var words = topic.Count(c => c == ' ') + 1;
        return words is >= 2 and <= 4 && topic.Length <= 40 && topic.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-') ? LowerWords(topic) : null;
    }

    // "Image Generation" reads as "image generation" in a question; "LLM Agents" keeps its capitals.
    private static string LowerWords(string topic) => string.Join(' ', topic.Split(' ').Select(w =>
        w.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)) ? w : w.ToLowerInvariant()));
}
