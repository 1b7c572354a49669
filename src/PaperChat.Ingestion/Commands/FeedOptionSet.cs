using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PaperChat.Hosting;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>What a feed can be asked for on the command line.</summary>
internal abstract class FeedOptionSet
{
    protected static readonly DateOnly FirstDay = new(1991, 1, 1);

    public abstract void AddTo(Command command);

    /// <summary>The feed that the user asks for.</summary>
    /// <exception cref="UsageException">The options make no sense together.</exception>
    public abstract Task<Feed> OpenAsync(CommandContext context, FeedSources sources, CancellationToken cancellationToken);

    protected static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "DATE",
        CustomParser = ParseDay,
    };

    protected static DateOnly Today(CommandContext context) => DateOnly.FromDateTime(context.Time.GetLocalNow().DateTime);

    protected static void CheckOrder(DateOnly? from, DateOnly? to)
    {
        if (from > to)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--from {from:yyyy-MM-dd} is after --to {to:yyyy-MM-dd}."));
        }
    }

    private static DateOnly? ParseDay(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= FirstDay)
        {
            return day;
        }

        result.AddError($"{result.Argument.Name} takes a day such as 2025-07-28, not '{TerminalText.Line(text)}'.");
        return null;
    }
}
