using System.Globalization;
using PaperChat.Library;
using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Writing;

/// <summary>An entry that a writer took, and its hash, which is made once.</summary>
internal sealed class ArrivingPaper(PaperEntry entry)
{
    private string? _hash;

    public PaperEntry Entry => entry;

    public string Hash => _hash ??= HashOf(entry.Paper, entry.Chunks);

    /// <summary>All ids that have to be looked up before the entry can be merged.</summary>
    public IEnumerable<PaperId> Ids => (entry.Aliases ?? []).Prepend(entry.Paper.Id);

    /// <summary>Under what papers that may be the same work are kept, where none of the ids leads to one; in hex.</summary>
    public IEnumerable<string> KeysSought => entry is { Aliases: not null, Keys: { } keys } ? Names(keys.Sought) : [];

    /// <summary>Under what the entry's paper is kept; in hex.</summary>
    public IEnumerable<string> KeysKept => entry is { Aliases: not null, Keys: { } keys }
        ? Names(keys.Kept.Concat((entry.Records ?? []).SelectMany(r => r.Versions).SelectMany(v => WorkKeys.Of(v.Paper).Kept)))
        : [];

    /// <summary>Whether no paper was there that it is. One that another host wrote at the same moment may be.</summary>
    public bool IsAdded { get; set; }

    public static string HashOf(Paper paper, IReadOnlyList<Chunk> chunks) => Convert.ToHexStringLower(ContentHash.Of(paper, chunks));

    private static IEnumerable<string> Names(IEnumerable<long> keys) => keys.Select(k => k.ToString("x", CultureInfo.InvariantCulture));
}
