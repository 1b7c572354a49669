using System.CommandLine;
using System.Globalization;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Console.Reviewing;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat review TOPIC</c>: the draft of a literature review, as text or as a folder of files.</summary>
internal sealed class ReviewCommand(LibraryAccess libraries, Argument<string> topic)
{
    private readonly Option<int> _papers = new("--papers") { Description = "Most papers", HelpName = "N", DefaultValueFactory = _ => ReviewRequest.DefaultPapers };
    private readonly Option<string?> _out = new("--out") { Description = "Folder for the review: text, references.bib, ledger.json, outline.md, timeline.svg, map.svg", HelpName = "DIR" };
    private readonly Option<string?> _outline = new("--outline") { Description = "Themes and papers of this file, as outline.md of an earlier review has them", HelpName = "FILE" };
    private readonly Option<string?> _format = new("--format") { Description = "Only this text: markdown, latex or html; without --out on standard output", HelpName = "FORMAT" };
    private readonly Option<bool> _extractive = new("--extractive") { Description = "In the papers' own sentences, without a model" };
    private readonly Option<bool> _showUnsupported = new("--show-unsupported") { Description = "Keep and mark sentences of the model that no source supports, instead of leaving them out" };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace the files of an earlier review in --out" };

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var topic = new Argument<string>("TOPIC") { Description = "What the review is about" };
        var review = new ReviewCommand(libraries, topic);
        review._format.AcceptOnlyFromAmong([.. ReviewFiles.Formats]);
        var command = new Command("review", "Draft a literature review by theme, every sentence cited; without a model a digest of quotations")
        {
            topic, review._papers, review._out, review._outline, review._format, review._overwrite, review._extractive, review._showUnsupported,
        };
        runner.SetAction(command, review.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var request = await RequestAsync(context, cancellationToken);
        var folder = context.Parsed.GetValue(_out) is { } given ? ReviewFolder.Check(given, context.Parsed.GetValue(_overwrite)) : null;
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        using var model = request.Extractive ? null : ChatModel.Open(context);
        var builder = new ReviewBuilder(library, context.Time, context.Settings.EmbeddingModel, model?.Reviewing);
        var review = await ReviewStatus.RunAsync(context, progress => builder.BuildAsync(request, progress, cancellationToken));
        if (review.Themes.Count == 0)
        {
            throw new NotFoundException($"The library holds no paper with an abstract on '{TerminalText.Line(request.Topic)}'; 'paperchat search' shows what it holds.");
        }

        var format = context.Parsed.GetValue(_format);
        // What a stopped model had written is kept, in a folder that is whole like any other.
        var isStopped = review.Author is not null && cancellationToken.IsCancellationRequested;
        if (folder is not null)
        {
            await ReviewFolder.WriteAsync(folder, ReviewFiles.Of(review, format), isStopped ? CancellationToken.None : cancellationToken);
        }

        Show(context, review, folder, format);
        return isStopped ? ExitCode.Cancelled : ExitCode.Done;
    }

    private async Task<ReviewRequest> RequestAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var papers = context.Parsed.GetValue(_papers);
        if (papers is < 1 or > 500)
        {
            throw new UsageException($"--papers takes a whole number from 1 to 500, not {papers.ToString(CultureInfo.InvariantCulture)}.");
        }

        return new ReviewRequest
        {
            Topic = QuestionText.Check(context.Parsed.GetRequiredValue(topic)),
            Papers = context.Settings.Limit ?? papers,
            Filters = context.Settings.Filters,
            Extractive = context.Parsed.GetValue(_extractive),
            ShowUnsupported = context.Parsed.GetValue(_showUnsupported),
            Outline = context.Parsed.GetValue(_outline) is { } file ? OutlineFile.Read(await NamedFile.ReadAsync(file, cancellationToken), file) : null,
        };
    }

    private static void Show(CommandContext context, LiteratureReview review, string? folder, string? format)
    {
        if (!context.Settings.Json && review.Author is { Failure: { } failure } author)
        {
            context.Console.Error.WriteLine(TerminalText.Line(
                $"The model did not do all of its part: {failure.Message} {ReviewFrame.Share(review, author)}"));
        }

        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, ReviewShape.Of(review, folder), WireJson.Relaxed.ReviewShape);
        }
        else if (folder is null)
        {
            context.Console.Out.Write(TerminalText.Block(ReviewFiles.Text(review, format ?? "markdown")));
        }
        else
        {
            new ReviewOutlineRenderer(ConsoleOutput.Of(context)).Write(review, folder);
        }
    }
}
