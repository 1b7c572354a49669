using System.Globalization;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Qdrant.Points;

/// <summary>Reads what <see cref="PaperPayloadWriter"/> wrote.</summary>
internal static class PaperPayloadReader
{
    /// <exception cref="KeyNotFoundException">The point is no paper's, or was not written by this program.</exception>
    public static PaperContent Content(JsonElement payload) => new()
    {
        Paper = Paper(payload),
        Chunks = Chunks(payload),
        Records = Records(payload),
        MatchKeys = Texts(payload, PointKeys.MatchKeys),
        Aliases = Aliases(payload),
        Hash = payload.GetProperty(PointKeys.Hash).GetString()!,
        IsEmbedded = payload.GetProperty(PointKeys.Embedded).GetBoolean(),
        Revision = payload.GetProperty(PointKeys.Revision).GetString()!,
        IsPending = payload.TryGetProperty(PointKeys.Pending, out _),
        Moved = [.. Texts(payload, PointKeys.Moved).Chunk(2).Select(m => new MovedPaper(new PaperId(m[0]), m[1]))],
    };

    public static Paper Paper(JsonElement payload) => new()
    {
        Id = Id(payload),
        Title = payload.GetProperty(PointKeys.Title).GetString()!,
        Abstract = payload.GetProperty(PointKeys.Abstract).GetString()!,
        Body = Text(payload, PointKeys.Body),
        Authors = Texts(payload, PointKeys.Authors),
        Year = Number(payload, PointKeys.Year),
        Venue = Text(payload, PointKeys.Venue),
        Url = Text(payload, PointKeys.Url),
        Doi = Text(payload, PointKeys.Doi),
        Arxiv = Text(payload, PointKeys.Arxiv),
        Categories = Texts(payload, PointKeys.Categories),
        Listed = ListedDate.TryParse(Text(payload, PointKeys.Listed), out var listed) ? listed : null,
        Links = Texts(payload, PointKeys.Links),
        Kind = Kind(payload.GetProperty(PointKeys.Kind).GetString()),
        Upvotes = Number(payload, PointKeys.Upvotes),
        Version = Number(payload, PointKeys.Version),
        Updated = DateOnly.TryParseExact(Text(payload, PointKeys.Updated), "O", out var updated) ? updated : null,
        Status = (PaperStatus)(Number(payload, PointKeys.Status) ?? 0),
        HoldsInstructions = payload.GetProperty(PointKeys.Instructions).GetBoolean(),
    };

    public static IReadOnlyList<PaperId> Aliases(JsonElement payload) => [.. Texts(payload, PointKeys.Aliases).Select(a => new PaperId(a))];

    public static IReadOnlyList<WorkRecord> Records(JsonElement payload)
    {
        var paper = Paper(payload);
        if (payload.TryGetProperty(PointKeys.Records, out var records))
        {
            return WorkRecordsJson.Read(records, paper);
        }

        var provenance = payload.GetProperty(PointKeys.Provenance);
        return [WorkMerge.RecordOf(paper, Aliases(payload), ProvenanceOf(provenance), SeenOf(provenance))];
    }

    /// <summary>The source of a paper of one record in one version; null for another one.</summary>
    public static string? OnlySource(JsonElement payload) => payload.TryGetProperty(PointKeys.Records, out _)
        ? null
        : RecordOrigins.SourceOf(payload.GetProperty(PointKeys.Provenance).GetProperty(PointKeys.Format).GetString()!);

    public static PaperId Id(JsonElement payload) => new(payload.GetProperty(PointKeys.Paper).GetString()!);

    public static IReadOnlyList<Chunk> Chunks(JsonElement payload) =>
        [.. payload.GetProperty(PointKeys.Chunks).EnumerateArray().Select(c => new Chunk(c[0].GetInt32(), (PaperField)c[1].GetInt32(), c[2].GetInt32(), c[3].GetInt32()))];

    public static string? Text(JsonElement payload, string key) => payload.TryGetProperty(key, out var value) ? value.GetString() : null;

    public static string[] Texts(JsonElement payload, string key) =>
        payload.TryGetProperty(key, out var values) ? [.. values.EnumerateArray().Select(v => v.GetString()!)] : [];

    private static int? Number(JsonElement payload, string key) => payload.TryGetProperty(key, out var value) ? value.GetInt32() : null;

    // Papers that an older program wrote do not say it: they were always there.
    private static DateOnly SeenOf(JsonElement provenance) =>
        DateOnly.TryParseExact(Text(provenance, PointKeys.Seen), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var seen) ? seen : DateOnly.MinValue;

    private static Provenance ProvenanceOf(JsonElement value) => new(
        value.GetProperty(PointKeys.Format).GetString()!,
        value.GetProperty(PointKeys.Location).GetString()!,
        value.TryGetProperty(PointKeys.Line, out var line) ? line.GetInt64() : null);

    private static PaperKind Kind(string? name) => name switch
    {
        "summary" => PaperKind.Summary,
        "document" => PaperKind.Document,
        _ => PaperKind.Abstract,
    };
}
