using System.CommandLine;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>A search of OpenAlex or Semantic Scholar.</summary>
internal sealed class WorkOptions(bool isOpenAlex) : FeedOptionSet
{
    private readonly Argument<string?> _query = new("QUERY") { Description = "Words to search for", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _filter = new("--filter") { Description = "A filter in OpenAlex's own words", HelpName = "FILTER" };
    private readonly Option<DateOnly?> _from = Day("--from", "Published on this day or later");
    private readonly Option<DateOnly?> _to = Day("--to", "Published on this day or before");

    public override void AddTo(Command command)
    {
        command.Arguments.Add(_query);
        command.Options.Add(_from);
        command.Options.Add(_to);
        if (isOpenAlex)
        {
            command.Options.Add(_filter);
        }
    }

    public override Task<Feed> OpenAsync(CommandContext context, FeedSources sources, CancellationToken cancellationToken)
    {
        var query = new WorkQuery
        {
            Text = context.Parsed.GetValue(_query) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
            Filter = isOpenAlex ? context.Parsed.GetValue(_filter) : null,
            From = context.Parsed.GetValue(_from),
            To = context.Parsed.GetValue(_to),
            Limit = context.Settings.Limit,
        };
        CheckOrder(query.From, query.To);
        if (query.Text is null && query.Filter is null)
        {
            throw new UsageException($"Say what to search for: paperchat-ingest {(isOpenAlex ? "openalex" : "s2")} \"long video understanding\" --from 2025-01-01.");
        }

        return Task.FromResult(isOpenAlex ? sources.OpenAlex(query) : sources.SemanticScholar(query));
    }
}
