using Microsoft.Data.Sqlite;
using PaperChat.Peers.Papers;

namespace PaperChat.Peers.Engines;

/// <summary>
/// SQLite's full-text search (https://www.sqlite.org/fts5.html): title and abstract as two columns, Porter stemmer, one
/// transaction without a journal, and the index merged into one at the end, which is the best it can be given.
/// </summary>
internal sealed class Fts5Engine : IPeerEngine
{
    public async Task BuildAsync(string papers, string folder, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(Fts5Index.ConnectionTo(folder, SqliteOpenMode.ReadWriteCreate));
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;", cancellationToken);
        await RunAsync(
            connection,
            "CREATE VIRTUAL TABLE papers USING fts5(id UNINDEXED, title, abstract, tokenize = 'porter unicode61')",
            cancellationToken);
        await InsertAsync(connection, papers, cancellationToken);
        await RunAsync(connection, "INSERT INTO papers(papers) VALUES('optimize')", cancellationToken);
    }

    public Task<IPeerIndex> OpenAsync(string folder, CancellationToken cancellationToken) => Task.FromResult<IPeerIndex>(new Fts5Index(folder));

    private static async Task InsertAsync(SqliteConnection connection, string papers, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO papers(id, title, abstract) VALUES($id, $title, $abstract)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var title = insert.Parameters.Add("$title", SqliteType.Text);
        var text = insert.Parameters.Add("$abstract", SqliteType.Text);
        await foreach (var line in PaperFiles.LinesAsync([papers], cancellationToken))
        {
            var paper = PaperFiles.Parse(line);
            (id.Value, title.Value, text.Value) = (paper.Id, paper.Title, paper.Abstract);
            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task RunAsync(SqliteConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
