using System.Text.Json.Serialization.Metadata;
using PaperChat.Answering;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class AskPapersTool : PaperTool
{
    private const int MostTurns = 20;

    private static readonly TextParameter Asked = new("question", "The question, in words.", QuestionText.MaxLength) { IsRequired = true };

    private static readonly TextListParameter Earlier = new(
        "earlier_questions", "The user's questions before this one, oldest first, where this one leans on them (\"and on which data?\").", 0, MostTurns, QuestionText.MaxLength);

    private static readonly NumberParameter Limit = new("limit", "Most papers cited; 0 leaves it to the question.", least: 0, most: 20, preset: 0);

    public override string Name => "ask_papers";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Asked, Earlier, Limit, .. FilterParameters.All];

    protected override string Title => "Ask the papers";

    protected override string Purpose =>
        "Answer a question from the papers of the library: a few sentences, each with a citation [1] and the quotation behind it. "
        + "Where the papers do not say it, the answer is a refusal that names the closest papers; do not fill the gap by guessing. "
        + "Keep the citations when you pass the answer on.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.AnswerShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var question = new Question
        {
            Text = Asked.Require(call.Arguments),
            History = Earlier.Read(call.Arguments),
            Filters = call.Filters,
            MaxPapers = Limit.Read(call.Arguments) is > 0 and var most ? most : null,
        };
        var answer = await AnswerEvents.LastAsync(call.Desk.Pipeline.AskAsync(question, cancellationToken), cancellationToken);
        var closest = await call.Desk.Library.GetAsync(answer.Closest, cancellationToken);
        return ToolReply.Of(AnswerSheet.Of(answer, closest), ReadableText.Shape(answer), WireJson.Relaxed.AnswerShape);
    }
}
