using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>The writer's statements, prepared once. All of them run in the transaction that <see cref="Begin"/> opens.</summary>
internal sealed class CatalogueWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly Dictionary<(string, string), long> _origins = [];
    private readonly SqliteCommand _keyOfId;
    private readonly SqliteCommand _keyOfAlias;
    private readonly SqliteCommand _paper;
    private readonly SqliteCommand _chunks;
    private readonly SqliteCommand _hash;
    private readonly SqliteCommand _idOfKey;
    private readonly SqliteCommand _insertPaper;
    private readonly SqliteCommand _updatePaper;
    private readonly SqliteCommand _putTexts;
    private readonly SqliteCommand _putAlias;
    private readonly SqliteCommand _dropAlias;
    private readonly SqliteCommand _putChunk;
    private readonly SqliteCommand _dropChunks;
    private readonly SqliteCommand _putProvenance;

    public CatalogueWriter(SqliteConnection connection)
    {
        _connection = connection;
        _keyOfId = Prepare("SELECT key FROM papers WHERE id = $0", 1);
        _keyOfAlias = Prepare("SELECT paper FROM aliases WHERE alias = $0", 1);
        _paper = PaperRows.PrepareByKey(connection);
        _commands.Add(_paper);
        _chunks = PaperRows.PrepareChunks(connection);
        _commands.Add(_chunks);
        _hash = Prepare("SELECT hash FROM papers WHERE key = $0", 1);
        _idOfKey = Prepare("SELECT id FROM papers WHERE key = $0", 1);
        _insertPaper = Prepare("INSERT INTO papers (id, kind, year, listed, hash) VALUES ($0, $1, $2, $3, $4) RETURNING key", 5);
        _updatePaper = Prepare("UPDATE papers SET id = $1, kind = $2, year = $3, listed = $4, hash = $5 WHERE key = $0", 6);
        _putTexts = Prepare("INSERT OR REPLACE INTO texts (paper, title, abstract, body, details) VALUES ($0, $1, $2, $3, $4)", 5);
        _putAlias = Prepare("INSERT INTO aliases (alias, paper) VALUES ($0, $1)", 2);
        _dropAlias = Prepare("DELETE FROM aliases WHERE alias = $0 AND paper = $1", 2);
        _putChunk = Prepare("INSERT INTO chunks (paper, ordinal, field, start, length) VALUES ($0, $1, $2, $3, $4)", 5);
        _dropChunks = Prepare("DELETE FROM chunks WHERE paper = $0", 1);
        _putProvenance = Prepare("INSERT OR REPLACE INTO provenance (paper, origin, line, stored) VALUES ($0, $1, $2, $3)", 4);
    }

    public SqliteConnection Connection => _connection;

    public void Begin() => _connection.Run("BEGIN IMMEDIATE");

    public void Commit() => _connection.Run("COMMIT");

    public long? KeyOfId(PaperId id) => _keyOfId.Bind(id.Value).ExecuteScalar() as long?;

    /// <summary>By id first: an id wins over the same text as an alias of another paper.</summary>
    public long? KeyOfIdOrAlias(PaperId id) => KeyOfId(id) ?? _keyOfAlias.Bind(id.Value).ExecuteScalar() as long?;

    public PaperId IdOf(long key) => new((string)_idOfKey.Bind(key).ExecuteScalar()!);

    public byte[] HashOf(long key) => (byte[])_hash.Bind(key).ExecuteScalar()!;

    public StoredPaper Read(long key) => PaperRows.Read(_paper, _chunks, key);

    public long Insert(Paper paper, IReadOnlyList<Chunk> chunks)
    {
        var hash = ContentHash.Of(paper, chunks);
        var key = (long)_insertPaper.Bind(paper.Id.Value, (int)paper.Kind, paper.Year, paper.Listed?.ToString(), hash).ExecuteScalar()!;
        WriteContent(key, paper, chunks);
        return key;
    }

    public void Update(long key, Paper paper, IReadOnlyList<Chunk> chunks)
    {
        var hash = ContentHash.Of(paper, chunks);
        _updatePaper.Run(key, paper.Id.Value, (int)paper.Kind, paper.Year, paper.Listed?.ToString(), hash);
        _dropChunks.Run(key);
        WriteContent(key, paper, chunks);
    }

    /// <summary>Adds an alias unless it already leads to some paper; says whether it was added.</summary>
    public bool AddAlias(PaperId alias, long key)
    {
        if (KeyOfIdOrAlias(alias) is not null)
        {
            return false;
        }

        _putAlias.Run(alias.Value, key);
        return true;
    }

    public void DropAlias(PaperId alias, long key) => _dropAlias.Run(alias.Value, key);

    public void WriteProvenance(long key, Provenance provenance, DateTimeOffset now) =>
        _putProvenance.Run(key, OriginOf(provenance), provenance.Line, now.ToString("O"));

    public void Delete(long key)
    {
        foreach (var table in (string[])["texts", "aliases", "chunks", "provenance"])
        {
            _connection.Run($"DELETE FROM {table} WHERE paper = $0", key);
        }

        _connection.Run("DELETE FROM papers WHERE key = $0", key);
    }

    public void Dispose()
    {
        foreach (var command in _commands)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void WriteContent(long key, Paper paper, IReadOnlyList<Chunk> chunks)
    {
        _putTexts.Run(key, paper.Title, paper.Abstract, paper.Body, PaperRows.DetailsOf(paper));
        foreach (var chunk in chunks)
        {
            _putChunk.Run(key, chunk.Ordinal, (int)chunk.Field, chunk.Start, chunk.Length);
        }
    }

    private long OriginOf(Provenance provenance)
    {
        var name = (provenance.Format, provenance.Location);
        if (!_origins.TryGetValue(name, out var origin))
        {
            // DO UPDATE, since DO NOTHING would return no row.
            origin = _connection.Scalar<long>(
                """
                INSERT INTO origins (format, location) VALUES ($0, $1)
                ON CONFLICT DO UPDATE SET format = excluded.format RETURNING key
                """,
                provenance.Format,
                provenance.Location);
            _origins[name] = origin;
        }

        return origin;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.Prepare(sql, parameters);
        _commands.Add(command);
        return command;
    }
}
