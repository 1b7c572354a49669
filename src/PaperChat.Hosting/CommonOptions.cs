using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PaperChat.Library;

namespace PaperChat.Hosting;

/// <summary>The options that every command of both programs takes.</summary>
public sealed class CommonOptions
{
    public const string EmbeddedStore = "embedded";

    public const string QdrantStore = "qdrant";

    public Option<string?> Library { get; } = new("--library") { Description = "Folder of the library", HelpName = "DIR", Recursive = true };

    public Option<string?> Store { get; } = new("--store") { Description = "Where the library is kept: embedded or qdrant", HelpName = "STORE", Recursive = true };

    public Option<string?> Endpoint { get; } = new("--endpoint") { Description = "Address of the Qdrant server, with --store qdrant", HelpName = "URL", Recursive = true };

    public Option<string?> Config { get; } = new("--config") { Description = "Configuration file", HelpName = "FILE", Recursive = true };

    public Option<int?> Limit { get; } = new("--limit")
    {
        Description = "Most papers wanted; for ask: papers cited",
        HelpName = "N",
        Recursive = true,
        CustomParser = ParseLimit,
    };

    public Option<YearRange?> Year { get; } = new("--year")
    {
        Description = "Only papers of these years: 2024, 2020..2023, 2023.., ..2019",
        HelpName = "YEARS",
        Recursive = true,
        CustomParser = ParseYear,
    };

    public Option<string?> Venue { get; } = new("--venue") { Description = "Only papers of this venue", HelpName = "V", Recursive = true };

    public Option<string?> Author { get; } = new("--author") { Description = "Only papers of this author", HelpName = "A", Recursive = true };

    public Option<string?> Category { get; } = new("--cat") { Description = "Only papers of this category or with this keyword", HelpName = "C", Recursive = true };

    public Option<bool> Json { get; } = new("--json") { Description = "JSON on standard output, errors as JSON on standard error", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Errors only on standard error", Recursive = true };

    public Option<bool> Verbose { get; } = new("--verbose") { Description = "More on standard error", Recursive = true };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colour, whatever the terminal can do", Recursive = true };

    internal void AddTo(RootCommand root)
    {
        foreach (var option in (Option[])[Library, Store, Endpoint, Config, Limit, Year, Venue, Author, Category, Json, Quiet, Verbose, NoColor])
        {
            root.Options.Add(option);
        }
    }

    internal HostSettings Read(ParseResult parsed, HostEnvironment environment, TimeProvider time)
    {
        var configuration = HostConfiguration.Load(parsed.GetValue(Config), environment);
        var endpoint = parsed.GetValue(Endpoint);
        var isQdrant = IsQdrant(parsed.GetValue(Store) ?? configuration["Library:Store"] ?? EmbeddedStore);
        if (parsed.GetValue(Quiet) && parsed.GetValue(Verbose))
        {
            throw new UsageException("--quiet and --verbose exclude each other.");
        }

        return new HostSettings(LibraryFolder.Resolve(parsed.GetValue(Library), environment), configuration, environment, time)
        {
            Qdrant = QdrantSettings.Read(configuration, endpoint),
            IsQdrant = isQdrant,
            Filters = new SearchFilters
            {
                Year = parsed.GetValue(Year),
                Venue = Given(parsed.GetValue(Venue), "--venue"),
                Author = Given(parsed.GetValue(Author), "--author"),
                Category = Given(parsed.GetValue(Category), "--cat"),
            },
            Limit = parsed.GetValue(Limit),
            Json = parsed.GetValue(Json),
            Quiet = parsed.GetValue(Quiet),
            Verbose = parsed.GetValue(Verbose),
        };
    }

    /// <summary>Whether a store's name is that of Qdrant, and not of the library in a folder.</summary>
    /// <exception cref="UsageException">It is the name of no store.</exception>
    public static bool IsQdrant(string store) => string.Equals(store, QdrantStore, StringComparison.OrdinalIgnoreCase)
        || (string.Equals(store, EmbeddedStore, StringComparison.OrdinalIgnoreCase)
            ? false
            : throw new UsageException($"There is no store '{TerminalText.Line(store)}'; the stores are embedded and qdrant."));

    private static string? Given(string? text, string option) =>
        text is null || !string.IsNullOrWhiteSpace(text) ? text : throw new UsageException($"{option} needs a value.");

    private static int? ParseLimit(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
        {
            return limit;
        }

        result.AddError($"--limit takes a whole number from 1, not '{TerminalText.Line(text)}'.");
        return null;
    }

    private static YearRange? ParseYear(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (YearRange.TryParse(text, out var range))
        {
            return range;
        }

        result.AddError($"--year takes 2024, 2020..2023, 2023.. or ..2019, not '{TerminalText.Line(text)}'.");
        return null;
    }
}
