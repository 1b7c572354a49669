using Microsoft.Data.Sqlite;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

internal static class PaperQueries
{
    /// <summary>The papers with these ids or aliases, in order; unknown ones are left out.</summary>
    public static IReadOnlyList<Paper> Find(SqliteConnection connection, IReadOnlyList<PaperId> ids)
    {
        using var byId = connection.Prepare(PaperRows.Select + " WHERE p.id = $0", 1);
        using var byAlias = connection.Prepare(PaperRows.Select + " JOIN aliases a ON a.paper = p.key WHERE a.alias = $0", 1);
        var papers = new List<Paper>(ids.Count);
        foreach (var id in ids)
        {
            if ((ReadOne(byId, id) ?? ReadOne(byAlias, id)) is { } paper)
            {
                papers.Add(paper);
            }
        }

        return papers;
    }

    /// <summary>What the paper with this id or alias is made of; empty where there is none.</summary>
    public static IReadOnlyList<WorkRecord> FindRecords(SqliteConnection connection, PaperId id)
    {
        var key = connection.Scalar<long?>("SELECT key FROM papers WHERE id = $0", id.Value)
            ?? connection.Scalar<long?>("SELECT paper FROM aliases WHERE alias = $0", id.Value);
        if (key is not { } known)
        {
            return [];
        }

        using var records = new RecordRows(connection);
        using var byKey = PaperRows.PrepareByKey(connection);
        using var row = byKey.Bind(known).ExecuteReader();
        return row.Read() ? records.Read(known, PaperRows.Read(row)) : [];
    }

    /// <summary>The next papers in the order of their ids; from the start when <paramref name="after"/> is null.</summary>
    public static IReadOnlyList<Paper> After(SqliteConnection connection, PaperId? after, int limit)
    {
        using var command = connection.Prepare(PaperRows.Select + " WHERE p.id >= $0 AND ($1 OR p.id <> $0) ORDER BY p.id LIMIT $2", 3);
        using var rows = command.Bind(after?.Value ?? "", after is null, limit).ExecuteReader();
        var papers = new List<Paper>(limit);
        while (rows.Read())
        {
            papers.Add(PaperRows.Read(rows));
        }

        return papers;
    }

    private static Paper? ReadOne(SqliteCommand command, PaperId id)
    {
        using var row = command.Bind(id.Value).ExecuteReader();
        return row.Read() ? PaperRows.Read(row) : null;
    }
}
