namespace PaperChat.Chat.Console.Session;

/// <summary>All commands of the chat, in the order of <c>/help</c>. A new one is a file of its own and a line here.</summary>
internal static class SlashCommands
{
    public static IReadOnlyList<SlashCommand> All { get; } =
    [
        HelpCommand.Command,
        SearchSlashCommand.Command,
        PapersCommand.Command,
        ShowCommand.Command,
        SimilarSlashCommand.Command,
        CompareSlashCommand.Command,
        ReviewSlashCommand.Command,
        OpenCommand.Command,
        SourcesCommand.Command,
        CiteSlashCommand.Command,
        FilterCommand.Command,
        HistoryCommand.Command,
        ExportCommand.Command,
        NewCommand.Command,
        QuitCommand.Command,
    ];

    /// <summary>By full name, or by a beginning that only one has; null otherwise.</summary>
    public static SlashCommand? Find(string name)
    {
        var starting = All.Where(c => c.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        return starting.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? (starting.Length == 1 && name.Length > 0 ? starting[0] : null);
    }

    /// <summary>Those that a mistyped name may have meant.</summary>
    public static IReadOnlyList<SlashCommand> Near(string name) =>
        [.. All.Where(c => name.Length > 0 && char.ToLowerInvariant(name[0]) == c.Name[0]).Take(3)];
}
