using System.Text.Json;
using PaperChat.Chat.Json;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Review;

namespace PaperChat.Chat.Console.Reviewing;

/// <summary>Which paper each citation key of a draft stands for, by the ledger and the bibliography beside it.</summary>
internal static class DraftReferences
{
    /// <summary>
    /// The keys of the bibliography (where there is none, of the ledger) with their papers; null for a paper that the library does not
    /// hold. The ledger says best which paper a key means.
    /// </summary>
    /// <exception cref="UsageException">There is neither.</exception>
    public static async Task<IReadOnlyDictionary<string, Paper?>> ReadAsync(
        string draft, string? bibliography, IPaperLibrary library, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(draft)) ?? ".";
        var ledger = await LedgerAsync(Path.Combine(folder, ReviewFiles.Ledger), cancellationToken);
        var file = bibliography ?? (File.Exists(Path.Combine(folder, ReviewFiles.References)) ? Path.Combine(folder, ReviewFiles.References) : null);
        var entries = file is null ? null : BibliographyKeys.Read(await NamedFile.ReadAsync(file, cancellationToken));
        if (entries is null && ledger.Count == 0)
        {
            throw new UsageException(
                $"There is neither {ReviewFiles.References} nor {ReviewFiles.Ledger} beside {TerminalText.Line(draft)}, which say what its citations mean. Name a bibliography with --bibliography FILE.");
        }

        var papers = new Dictionary<string, Paper?>(StringComparer.Ordinal);
        foreach (var key in entries is null ? ledger.Keys : entries.Keys)
        {
            PaperId[] ids = [.. ledger.TryGetValue(key, out var known) ? (PaperId[])[known] : [], .. entries?[key] ?? []];
            papers[key] = ids.Length > 0 && await library.GetAsync(ids, cancellationToken) is [var paper, ..] ? paper : null;
        }

        return papers;
    }

    private static async Task<Dictionary<string, PaperId>> LedgerAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        try
        {
            await using var stream = File.OpenRead(file);
            var ledger = await JsonSerializer.DeserializeAsync(stream, WireJson.Relaxed.ReviewShape, cancellationToken);
            return ledger?.References.DistinctBy(r => r.Key).ToDictionary(r => r.Key, r => new PaperId(r.Paper), StringComparer.Ordinal) ?? [];
        }
        catch (JsonException exception)
        {
            throw new PaperChatException($"{TerminalText.Line(file)} is no ledger of a review ({exception.Message}). Take it away, and the bibliography alone is used.", exception);
        }
    }
}
