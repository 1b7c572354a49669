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
        Description = "Files, folders, globs, addresses (https://...), or - for standard input; the format is recognised by content",
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

    /// <summary>The inputs, files before addresses.</summary>
    public async Task<IReadOnlyList<IPaperSource>> FindAsync(CommandContext context, FeedSources feeds, CancellationToken cancellationToken)
    {
        var options = new SourceOptions
        {
            Format = context.Parsed.GetValue(_format),
            Listed = context.Parsed.GetValue(_date),
            Columns = context.Parsed.GetValue(_map),
            Extraction = HostSettings.Extraction,
        };
        var files = new List<string>();
        var pages = new List<IPaperSource>();
        foreach (var input in context.Parsed.GetValue(_paths) ?? [])
        {
            if (FeedSources.IsAddress(input, out var address))
            {
                pages.Add(feeds.Page(address, options));
            }
            else
            {
                files.Add(input);
            }
        }

        return files.Count == 0 && pages.Count > 0 ? pages : [.. await new SourceFinder(options).FindAsync(files, context.Console.InputBytes, cancellationToken), .. pages];
    }

    /// <summary>Bytes of all inputs; null when one is a stream or a file in an archive, whose end nobody knows.</summary>
    public static long? CountBytes(IEnumerable<IPaperSource> sources)
    {
        var total = 0L;
        foreach (var source in sources)
        {
            if (source is Feed || source.Location == "-" || new FileInfo(source.Location) is not { Exists: true } file)
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
