using Microsoft.Data.Sqlite;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Reads papers and chunks from the catalogue's rows.</summary>
internal static class PaperRows
{
    /// <summary>The columns that <see cref="Read(SqliteDataReader)"/> expects, in order.</summary>
    public const string Select =
        """
        SELECT p.key, p.id, p.kind, p.year, p.listed, t.title, t.abstract, t.body, t.details
        FROM papers p JOIN texts t ON t.paper = p.key
        """;

    public static Paper Read(SqliteDataReader row)
    {
        var paper = new Paper
        {
            Id = new PaperId(row.GetString(1)),
            Kind = (PaperKind)row.GetInt32(2),
            Year = row.IsDBNull(3) ? null : row.GetInt32(3),
            Listed = ListedDate.TryParse(row.NullableString(4), out var listed) ? listed : null,
            Title = row.GetString(5),
            Abstract = row.Text(6),
            Body = row.NullableText(7),
        };
        return PaperDetails.AddTo(paper, row.Text(8));
    }

    /// <summary>One paper with its chunks; the commands are <see cref="PrepareByKey"/> and <see cref="PrepareChunks"/>.</summary>
    public static StoredPaper Read(SqliteCommand byKey, SqliteCommand chunksOfPaper, long key)
    {
        using var row = byKey.Bind(key).ExecuteReader();
        return row.Read()
            ? new StoredPaper(key, Read(row), ReadChunks(chunksOfPaper, key))
            : throw new InvalidDataException($"the catalogue has no text of paper {key}");
    }

    public static SqliteCommand PrepareByKey(SqliteConnection connection) => connection.Prepare(Select + " WHERE p.key = $0", 1);

    public static List<Chunk> ReadChunks(SqliteCommand chunksOfPaper, long key)
    {
        var chunks = new List<Chunk>(1);
        using var rows = chunksOfPaper.Bind(key).ExecuteReader();
        while (rows.Read())
        {
            chunks.Add(new Chunk(rows.GetInt32(0), (PaperField)rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3)));
        }

        return chunks;
    }

    public static SqliteCommand PrepareChunks(SqliteConnection connection) =>
        connection.Prepare("SELECT ordinal, field, start, length FROM chunks WHERE paper = $0 ORDER BY ordinal", 1);
}
