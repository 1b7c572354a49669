using PaperChat.Answering;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>The same question, with the same words of a model, through the default build's writer and through the kernel.</summary>
public sealed class BothWritersTests
{
    private const string Question = "How early does TetherSense warn before a kite line snaps?";

    public static TheoryData<string> Texts() =>
    [
        "TetherSense warns 1.5 seconds before a line snaps [1].",
        "A gauge weighs 3 grams and lasts 200 hours [1]. It warns 15 seconds before a line snaps [1].",
        "- TetherSense measures the strain of kite lines [1].\n- A gauge weighs 3 grams [1].",
        "Everybody likes kites [1].",
        "TetherSense warns 1.5 seconds before a line snaps [7].",
        "NOT_ANSWERED",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Give_the_same_events_citations_and_verdicts(string text)
    {
        var ours = await Asked.AskAsync(new Question { Text = Question }, _ => new ModelReply(text), byKernel: false);
        var theirs = await Asked.AskAsync(new Question { Text = Question }, _ => new ModelReply(text));

        AssertSame(ours, theirs);
        Assert.Equal(Messages(ours), Messages(theirs));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Give_the_same_in_the_deep_mode(string text)
    {
        var deep = new Question { Text = Question, Deep = true };
        var ours = await Asked.AskAsync(deep, r => new ModelReply(Stage(r) switch { "propose" => "strain gauges", "score" => r.TextOf("user").Contains("TetherSense: Strain", StringComparison.Ordinal) ? "9 It tells." : "0 Nothing.", _ => text }), byKernel: false);
        var looked = 0;
        var theirs = await Asked.AskAsync(deep, r => Stage(r) != "look" ? new ModelReply(text) : looked++ == 0 ? Asked.Search("strain gauges") : new ModelReply("[1]"));

        AssertSame(ours, theirs);
        Assert.Equal(ours.Answer.Deep!.Searches, theirs.Answer.Deep!.Searches);
    }

    [Fact]
    public async Task Send_the_same_request_but_for_what_the_connector_adds()
    {
        var ours = await Asked.AskAsync(new Question { Text = Question }, _ => new ModelReply("NOT_ANSWERED"), byKernel: false);
        var theirs = await Asked.AskAsync(new Question { Text = Question }, _ => new ModelReply("NOT_ANSWERED"));

        string[] settings = ["model", "temperature", "max_tokens", "stream"];
        Assert.Equal(settings.Select(s => ours.Writing.Body.GetProperty(s).ToString()), settings.Select(s => theirs.Writing.Body.GetProperty(s).ToString()));
        Assert.Empty(theirs.Writing.Functions);
    }

    private static void AssertSame(Asked ours, Asked theirs)
    {
        Assert.Equal(Kinds(ours), Kinds(theirs));
        Assert.Equal(ours.Answer.Text, theirs.Answer.Text);
        Assert.Equal(ours.Answer.Sentences.Select(s => (s.Text, s.Verdict, s.Dropped)), theirs.Answer.Sentences.Select(s => (s.Text, s.Verdict, s.Dropped)));
        Assert.Equal(Cited(ours), Cited(theirs));
        Assert.Equal(ours.Answer.Fallback, theirs.Answer.Fallback);
    }

    // How many steps are told is the search's own matter.
    private static IEnumerable<Type> Kinds(Asked asked) => asked.Events.Select(e => e.GetType()).Where(t => t != typeof(AnswerTextAdded)).Distinct();

    private static IEnumerable<(int, string, string)> Cited(Asked asked) =>
        asked.Answer.Citations.SelectMany(c => c.Quotes.Select(q => (c.Number, c.Paper.Id.Value, q.Text)));

    private static IEnumerable<string> Messages(Asked asked) => [asked.Writing.TextOf("system"), asked.Writing.TextOf("user")];

    private static string Stage(ModelRequest request) => request.TextOf("system") switch
    {
        var s when s.StartsWith("You propose", StringComparison.Ordinal) => "propose",
        var s when s.StartsWith("You find the papers", StringComparison.Ordinal) => "look",
        var s when s.StartsWith("You answer questions", StringComparison.Ordinal) => "write",
        _ => "score",
    };
}
