using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>A search of arXiv. Categories are those of <c>--cat</c>, several with commas.</summary>
internal sealed class ArxivOptions : FeedOptionSet
{
    private readonly Argument<string?> _query = new("QUERY")
    {
        Description = "Words, or an expression with arXiv's prefixes such as ti:otter AND au:reef",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<DateOnly?> _from = Day("--from", "Submitted on this day or later");
    private readonly Option<DateOnly?> _to = Day("--to", "Submitted on this day or before");

    public override void AddTo(Command command)
    {
        command.Arguments.Add(_query);
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    public override Task<Feed> OpenAsync(CommandContext context, FeedSources sources, CancellationToken cancellationToken)
    {
        var (from, to) = (context.Parsed.GetValue(_from), context.Parsed.GetValue(_to));
        CheckOrder(from, to);
        var query = new ArxivQuery
        {
            Text = context.Parsed.GetValue(_query)?.Trim(),
            Categories = context.Settings.Filters.Category?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            From = from,
            To = to,
            Limit = context.Settings.Limit,
        };
        return query is { Text: null or "", Categories.Count: 0, From: null, To: null }
            ? throw new UsageException("An arXiv search needs words, --cat or --from: paperchat-ingest arxiv \"long video\" --cat cs.CV --from 2025-07-01.")
            : Task.FromResult(sources.Arxiv(query));
    }
}
