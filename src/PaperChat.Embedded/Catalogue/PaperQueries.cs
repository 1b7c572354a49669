using Microsoft.Data.Sqlite;
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
