using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// The duplicates of a plan: a line each for people, as they are found, the first ones unless <c>--verbose</c> asks for all; for
/// <c>--json</c> the first thousand.
/// </summary>
internal sealed class DuplicateOutput(CommandContext context)
{
    public const int MostLines = 20;
    private const int MostKept = 1_000;

    private readonly List<PlannedDuplicate> _kept = [];
    private long _count;

    public IReadOnlyList<PlannedDuplicate> Kept => _kept;

    public void Add(PlannedDuplicate duplicate)
    {
        _count++;
        if (context.Settings.Json)
        {
            if (_count <= MostKept)
            {
                _kept.Add(duplicate);
            }
        }
        else if (_count <= MostLines || context.Settings.Verbose)
        {
            context.Console.Out.WriteLine(Describe(duplicate));
        }
    }

    /// <summary>Says how many lines were left out.</summary>
    public void End()
    {
        if (!context.Settings.Json && _count > MostLines && !context.Settings.Verbose)
        {
            context.Console.Out.WriteLine(FormattableString.Invariant($"... and {_count - MostLines:N0} more duplicates; --verbose shows them all."));
        }
    }

    internal static string Describe(PlannedDuplicate duplicate)
    {
        var id = duplicate.Id == duplicate.Of ? "" : $"{duplicate.Id} ";
        var line = duplicate.Place.Line is { } number ? FormattableString.Invariant($":{number}") : "";
        return TerminalText.Line($"duplicate of {duplicate.Of}: {id}\"{duplicate.Title}\" ({duplicate.Place.Location}{line})");
    }
}
