using PaperChat.Answering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Prompts;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Mcp.Prompts;

/// <summary>
/// The prompts that make sense in a client's own conversation. Those that only rewrite or order what the program has made itself
/// (rewrite-question, label-theme, review-outline) are left out.
/// </summary>
internal static class PaperPromptFilling
{
    private const int EvidenceTokens = 6_000;
    private const int SectionPapers = 8;
    private const int ShownTitles = 10;
    private const string NoEvidence = "(no paper of the library speaks to this)";

    private static readonly PaperPromptArgument Question = new("question", "The question.");
    private static readonly PaperPromptArgument Paper = new("paper", "The paper: its id, title, or the name of its method.");

    public static IReadOnlyList<PaperPrompt> All { get; } =
    [
        new(PromptNames.Answer, "Answer from the papers", [Question], AnswerAsync),
        new(PromptNames.Compare, "What a paper says on an aspect", [Paper, new("aspect", "What is wanted of it, such as \"data sets\" or \"result\".")], CompareAsync),
        new(
            "review-section",
            "Write a section of a review",
            [new("topic", "What the review is about."), new("section", "The section's heading and what it covers."), new("words", "The most words wanted.", "250")],
            SectionAsync),
        new(PromptNames.ProposeSearches, "Propose searches for a question", [Question, new("count", "The most searches wanted.", "5")], SearchesAsync),
        new(PromptNames.ScoreEvidence, "How far a paper answers a question", [Question, Paper], ScoreAsync),
    ];

    private static async Task<Dictionary<string, string>> AnswerAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken)
    {
        var collected = await desk.Pipeline.CollectAsync(new Question { Text = given("question"), Filters = desk.Filters }, cancellationToken);
        return With(FencedEvidence.Fit(collected.Refusal is null ? collected.Items : [], EvidenceTokens), ("question", given("question")));
    }

    private static async Task<Dictionary<string, string>> CompareAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken) =>
        With(await OfPaperAsync(desk, given, cancellationToken), ("aspect", given("aspect")), ("key", "[1]"));

    private static async Task<Dictionary<string, string>> SectionAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken)
    {
        var query = new PaperQuery { Text = $"{given("topic")} {given("section")}", IsLiteral = true, Limit = SectionPapers, Filters = desk.Filters };
        var found = await desk.Search.SearchAsync(query, cancellationToken);
        var evidence = FencedEvidence.Of([.. found.Hits.Select(h => h.Paper)], EvidenceTokens);
        return With(evidence, ("topic", given("topic")), ("section", given("section")), ("words", given("words")));
    }

    private static async Task<Dictionary<string, string>> SearchesAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken)
    {
        var found = await desk.Search.SearchAsync(new PaperQuery { Text = given("question"), Limit = ShownTitles, Filters = desk.Filters }, cancellationToken);
        return new(StringComparer.Ordinal)
        {
            ["question"] = given("question"),
            ["count"] = given("count"),
            ["titles"] = string.Join('\n', found.Hits.Select(h => ReadableText.Title(h.Paper))),
        };
    }

    private static async Task<Dictionary<string, string>> ScoreAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken) =>
        With(await OfPaperAsync(desk, given, cancellationToken), ("question", given("question")));

    private static async Task<FencedEvidence> OfPaperAsync(PaperDesk desk, Func<string, string> given, CancellationToken cancellationToken) =>
        FencedEvidence.Of([await PaperNames.FindAsync(desk, given("paper"), cancellationToken)], EvidenceTokens);

    private static Dictionary<string, string> With(FencedEvidence evidence, params ReadOnlySpan<(string Name, string Value)> others)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["evidence"] = evidence.Text.Length > 0 ? evidence.Text : NoEvidence,
            ["fence"] = evidence.Fence,
        };
        foreach (var (name, value) in others)
        {
            values[name] = value;
        }

        return values;
    }
}
