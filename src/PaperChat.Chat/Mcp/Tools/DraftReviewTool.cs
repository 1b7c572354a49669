using System.Text.Json.Serialization.Metadata;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Chat.Mcp.Papers;
using PaperChat.Chat.Mcp.Parameters;
using PaperChat.Review;

namespace PaperChat.Chat.Mcp.Tools;

internal sealed class DraftReviewTool : PaperTool
{
    private static readonly int Stages = Enum.GetValues<ReviewStage>().Length;

    private static readonly TextParameter Topic = new("topic", "What the review is about, in a few words.", QuestionText.MaxLength) { IsRequired = true };

    private static readonly NumberParameter Papers = new("papers", "Most papers.", least: 1, most: 60, preset: 20);

    public override string Name => "draft_review";

    public override IReadOnlyList<ToolParameter> Parameters { get; } = [Topic, Papers, .. FilterParameters.All];

    protected override string Title => "Draft a literature review";

    protected override string Purpose =>
        "Draft a literature review in Markdown: papers of the library on a topic by theme, every sentence with citation keys [@key], with tables and gaps. "
        + "It takes some seconds and gives a long text; for one question use ask_papers. export_citations gives the bibliography.";

    protected override JsonTypeInfo Shape => WireJson.Relaxed.ReviewDraftShape;

    public override async Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var request = new ReviewRequest { Topic = Topic.Require(call.Arguments), Papers = Papers.Read(call.Arguments), Filters = call.Filters };
        var review = await call.Desk.Reviews.BuildAsync(request, new Steps(call.Progress), cancellationToken);
        if (review.Themes.Count == 0)
        {
            throw new ToolException("The library holds no paper with an abstract on this topic. Try other or fewer words, or search_papers to see what it holds.");
        }

        var text = ToolReply.Shorten(ReviewSheet.Of(review));
        return ToolReply.Of(text, ReviewDraftShape.Of(review, text), WireJson.Relaxed.ReviewDraftShape);
    }

    // A client takes a step that is not beyond the one before as a fault.
    private sealed class Steps(IProgress<ToolProgress> progress) : IProgress<ReviewProgress>
    {
        private float _last = -1;

        public void Report(ReviewProgress value)
        {
            var done = (int)value.Stage + (value.Total > 0 ? (float)value.Done / value.Total : 0);
            if (done > _last)
            {
                _last = done;
                progress.Report(new ToolProgress(done, Stages, ReviewStages.Words(value)));
            }
        }
    }
}
