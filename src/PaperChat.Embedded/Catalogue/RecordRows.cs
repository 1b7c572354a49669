using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// The records that papers are made of. Those of one record in one version have no row: their paper, aliases and provenance say it all.
/// </summary>
internal sealed class RecordRows(SqliteConnection connection) : IDisposable
{
    // Never shown as HTML.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The catalogue of an older program has no such table.
    private readonly SqliteCommand? _records = connection.Scalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'records'") == 0
        ? null
        : connection.Prepare("SELECT records FROM records WHERE paper = $0", 1);

    private readonly SqliteCommand _aliases = connection.Prepare("SELECT alias FROM aliases WHERE paper = $0 ORDER BY alias", 1);
    private readonly SqliteCommand _provenance = connection.Prepare(
        "SELECT o.format, o.location, v.line, v.stored FROM provenance v JOIN origins o ON o.key = v.origin WHERE v.paper = $0", 1);

    /// <summary>The papers that have rows, by the catalogue's number.</summary>
    public static IEnumerable<(long Paper, IReadOnlyList<WorkRecord> Records)> ReadAll(SqliteConnection connection)
    {
        using var command = connection.Prepare(
            PaperRows.Select.Replace("t.details", "t.details, r.records", StringComparison.Ordinal) + " JOIN records r ON r.paper = p.key", 0);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetInt64(0), Parse(rows.Text(9), PaperRows.Read(rows)));
        }
    }

    public static string Write(StoredWork work)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            WorkRecordsJson.Write(json, work.Paper, work.Records);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">What stands there are no records.</exception>
    public IReadOnlyList<WorkRecord> Read(long key, Paper paper)
    {
        using (var row = _records?.Bind(key).ExecuteReader())
        {
            if (row?.Read() == true)
            {
                return Parse(row.Text(0), paper);
            }
        }

        return [WorkMerge.RecordOf(paper, ReadAliases(key), ReadProvenance(key, out var seen), seen)];
    }

    public List<PaperId> ReadAliases(long key)
    {
        var aliases = new List<PaperId>();
        using var rows = _aliases.Bind(key).ExecuteReader();
        while (rows.Read())
        {
            aliases.Add(new PaperId(rows.GetString(0)));
        }

        return aliases;
    }

    /// <summary>Where the paper was read, and the day on which it came in.</summary>
    public Provenance ReadProvenance(long key, out DateOnly seen)
    {
        using var row = _provenance.Bind(key).ExecuteReader();
        if (!row.Read())
        {
            throw new InvalidDataException($"the catalogue does not say where paper {key} is from");
        }

        seen = DateOnly.FromDateTime(DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind).UtcDateTime);
        return new Provenance(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetInt64(2));
    }

    public void Dispose()
    {
        _records?.Dispose();
        _aliases.Dispose();
        _provenance.Dispose();
    }

    private static IReadOnlyList<WorkRecord> Parse(string text, Paper paper)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return WorkRecordsJson.Read(json.RootElement, paper);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the catalogue holds records of {paper.Id} that cannot be read", e);
        }
    }
}
