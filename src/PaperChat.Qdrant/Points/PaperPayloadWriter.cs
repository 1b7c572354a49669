using System.Globalization;
using System.Text.Json;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Qdrant.Filters;

namespace PaperChat.Qdrant.Points;

/// <summary>Writes the payload of a chunk's point. The same content always gives the same bytes.</summary>
internal static class PaperPayloadWriter
{
    public static void Write(Utf8JsonWriter json, PaperPoint point, IEnumerable<string> terms)
    {
        var paper = point.Content.Paper;
        json.WriteStartObject();
        json.WriteString(PointKeys.Type, point.IsHead ? PointKeys.PaperType : PointKeys.PassageType);
        json.WriteString(PointKeys.Paper, paper.Id.Value);
        json.WriteNumber(PointKeys.Chunk, point.Chunk.Ordinal);
        json.WriteString(PointKeys.Title, paper.Title);
        if (!IsWholeAbstract(point))
        {
            json.WriteString(PointKeys.Text, ChunkTerms.TextOf(paper, point.Chunk));
        }

        json.WriteString(PointKeys.Terms, string.Join(' ', terms.Select(WordOf)));
        WriteFilterKeys(json, paper);
        if (point.IsHead)
        {
            WriteHead(json, point.Content);
        }

        json.WriteEndObject();
    }

    /// <summary>A term as a word of the indexed text: the names of titles have blanks, no other term has a low line.</summary>
    public static string WordOf(string term) => term.Contains(' ', StringComparison.Ordinal) ? term.Replace(' ', '_') : term;

    public static string NameOf(PaperKind kind) => kind switch
    {
        PaperKind.Summary => "summary",
        PaperKind.Document => "document",
        _ => "abstract",
    };

    /// <summary>What the paper is made of, and under what it is found.</summary>
    public static void WriteSources(Utf8JsonWriter json, PaperContent content)
    {
        WriteProvenance(json, content.Records[0].Versions[^1]);
        if (content.Work.NeedsRecords)
        {
            json.WritePropertyName(PointKeys.Records);
            WorkRecordsJson.Write(json, content.Paper, content.Records);
        }

        WriteAll(json, PointKeys.MatchKeys, content.MatchKeys);
        WriteAll(json, PointKeys.Aliases, content.Aliases.Select(a => a.Value));
    }

    private static bool IsWholeAbstract(PaperPoint point) =>
        point.IsHead && point.Chunk is { Field: PaperField.Abstract, Start: 0 } && point.Chunk.Length == point.Content.Paper.Abstract.Length;

    private static void WriteFilterKeys(Utf8JsonWriter json, Paper paper)
    {
        json.WriteString(PointKeys.Kind, NameOf(paper.Kind));
        if (paper.Year is { } year)
        {
            json.WriteNumber(PointKeys.Year, year);
        }

        if (CompiledFilter.DayOf(paper.Listed) is { } day)
        {
            json.WriteNumber(PointKeys.ListedDay, day);
        }

        if (paper.Venue is { } venue)
        {
            json.WriteString(PointKeys.Venue, venue);
            WriteAll(json, PointKeys.VenueRuns, FilterKeys.VenueRuns(venue));
        }

        WriteAll(json, PointKeys.CategoryKeys, FilterKeys.CategoryKeys(paper.Categories));
        WriteAuthors(json, paper.Authors);
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> authors)
    {
        json.WriteStartArray(PointKeys.Author);
        foreach (var author in authors)
        {
            var words = FilterKeys.Words(author);
            json.WriteStartObject();
            WriteAll(json, PointKeys.NameWords, words);
            WriteAll(json, PointKeys.Initials, FilterKeys.Initials(words));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteHead(Utf8JsonWriter json, PaperContent content)
    {
        var paper = content.Paper;
        json.WriteString(PointKeys.Abstract, paper.Abstract);
        WriteKnown(json, PointKeys.Body, paper.Body);
        WriteAll(json, PointKeys.Authors, paper.Authors);
        WriteKnown(json, PointKeys.Url, paper.Url);
        WriteKnown(json, PointKeys.Doi, paper.Doi);
        WriteKnown(json, PointKeys.Arxiv, paper.Arxiv);
        WriteAll(json, PointKeys.Categories, paper.Categories);
        WriteKnown(json, PointKeys.Listed, paper.Listed?.ToString());
        WriteAll(json, PointKeys.Links, paper.Links);
        WriteKnown(json, PointKeys.Upvotes, paper.Upvotes);
        WriteKnown(json, PointKeys.Version, paper.Version);
        WriteKnown(json, PointKeys.Updated, paper.Updated?.ToString("O", CultureInfo.InvariantCulture));
        WriteKnown(json, PointKeys.Status, paper.Status == PaperStatus.Current ? null : (int)paper.Status);
        json.WriteBoolean(PointKeys.Instructions, paper.HoldsInstructions);
        WriteChunks(json, content.Chunks);
        WriteSources(json, content);
        json.WriteString(PointKeys.Hash, content.Hash);
        json.WriteBoolean(PointKeys.Embedded, content.IsEmbedded);
        json.WriteString(PointKeys.Revision, content.Revision);
        if (content.IsPending)
        {
            WriteAll(json, PointKeys.Pending, [PointKeys.PendingWrite, content.Revision]);
            WriteAll(json, PointKeys.Moved, content.Moved.SelectMany(m => (string[])[m.Id.Value, m.Revision]));
        }
    }

    // Each chunk is its ordinal, the number of its field, where it begins and how long it is.
    private static void WriteChunks(Utf8JsonWriter json, IReadOnlyList<Chunk> chunks)
    {
        json.WriteStartArray(PointKeys.Chunks);
        foreach (var chunk in chunks)
        {
            json.WriteStartArray();
            json.WriteNumberValue(chunk.Ordinal);
            json.WriteNumberValue((int)chunk.Field);
            json.WriteNumberValue(chunk.Start);
            json.WriteNumberValue(chunk.Length);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteProvenance(Utf8JsonWriter json, RecordVersion version)
    {
        json.WriteStartObject(PointKeys.Provenance);
        json.WriteString(PointKeys.Format, version.Provenance.Format);
        json.WriteString(PointKeys.Location, version.Provenance.Location);
        if (version.Provenance.Line is { } line)
        {
            json.WriteNumber(PointKeys.Line, line);
        }

        json.WriteString(PointKeys.Seen, version.Seen.ToString("O", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, string key, IEnumerable<string> values)
    {
        json.WriteStartArray(key);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteKnown(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }

    private static void WriteKnown(Utf8JsonWriter json, string key, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
    }
}
