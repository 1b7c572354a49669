using System.CommandLine;
using System.CommandLine.Parsing;
using PaperChat.Hosting;
using PaperChat.Papers;
using PaperChat.Sources;
using PaperChat.Sources.Feeds;

namespace PaperChat.Ingestion.Commands;

/// <summary>What to read, and what the user says about it.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders, globs, or - for standard input; the format is recognised by content",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<ListedDate?> _date = new("--date")
    {
        Description = "The day of a saved page, such as 2025-07-28; pages name none or one without a year",
        HelpName = "DATE",
        CustomParser = ParseDate,
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = $"The format, not recognised but as given: {string.Join(", ", SourceFormats.All)}",
        HelpName = "FORMAT",
    };

    private readonly Option<ColumnMapping?> _map = new("--map")
    {
        Description = "What a JSON, CSV or Markdown input calls the fields, such as title=headline,abstract=summary",
        HelpName = "FIELD=NAME,...",
        CustomParser = ParseMapping,
    };

    public InputOptions() => _format.AcceptOnlyFromAmong([.. SourceFormats.All]);

    public void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_date);
        command.Options.Add(_format);
        command.Options.Add(_map);
    }

    /// <summary>The inputs as the user named them, for the record of the run.</summary>
    public string Describe(ParseResult parsed) => string.Join(' ', parsed.GetValue(_paths) ?? []);

    public Task<IReadOnlyList<IPaperSource>> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var finder = new SourceFinder(new SourceOptions
        {
            Format = context.Parsed.GetValue(_format),
            Listed = context.Parsed.GetValue(_date),
            Columns = context.Parsed.GetValue(_map),
        });
        return finder.FindAsync(context.Parsed.GetValue(_paths) ?? [], context.Console.InputBytes, cancellationToken);
    }

    /// <summary>Bytes of all inputs; null when one is a stream or a file in an archive, whose end nobody knows.</summary>
    public static long? CountBytes(IEnumerable<IPaperSource> sources)
    {
        var total = 0L;
        foreach (var source in sources)
        {
            var file = new FileInfo(source.Location);
            if (source.Location == "-" || !file.Exists)
            {
                return null;
            }

            total += file.Length;
        }

        return total;
    }

    private static ColumnMapping? ParseMapping(ArgumentResult result)
    {
        if (ColumnMapping.TryParse(result.Tokens.Select(t => t.Value), out var mapping, out var problem))
        {
            return mapping;
        }

        result.AddError($"--map: {TerminalText.Line(problem)}");
        return null;
    }

    private static ListedDate? ParseDate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (ListedDate.TryParse(text, out var date) && date.Year is not null)
        {
            return date;
        }

        result.AddError($"--date takes a day such as 2025-07-28, not '{TerminalText.Line(text)}'.");
        return null;
    }
}
