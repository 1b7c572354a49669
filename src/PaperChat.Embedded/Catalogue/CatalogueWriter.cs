using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>The writer's statements, prepared once. All of them run in the transaction that <see cref="Begin"/> opens.</summary>
internal sealed class CatalogueWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly List<Statement> _statements = [];
    private readonly Dictionary<(string, string), long> _origins = [];
    private readonly Statement _keyOfId;
    private readonly Statement _keyOfAlias;
    private readonly SqliteCommand _paper;
    private readonly SqliteCommand _chunks;
    private readonly SqliteCommand _hash;
    private readonly SqliteCommand _idOfKey;
    private readonly Statement _insertPaper;
    private readonly SqliteCommand _updatePaper;
    private readonly Statement _putTexts;
    private readonly Statement _putAlias;
    private readonly SqliteCommand _dropAlias;
    private readonly Statement _putChunk;
    private readonly SqliteCommand _dropChunks;
    private readonly Statement _putProvenance;
    private readonly Statement _putRecords;
    private readonly SqliteCommand _dropRecords;
    private readonly SqliteCommand _onlyFormat;
    private readonly SqliteCommand _moveAliases;
    private readonly RecordRows _records;
    private (DateTimeOffset Time, string Text) _now = (default, "");
    private long _chunkCount;

    public CatalogueWriter(SqliteConnection connection)
    {
        _connection = connection;
        _keyOfId = Fast("SELECT key FROM papers WHERE id = ?1");
        _keyOfAlias = Fast("SELECT paper FROM aliases WHERE alias = ?1");
        _paper = PaperRows.PrepareByKey(connection);
        _commands.Add(_paper);
        _chunks = PaperRows.PrepareChunks(connection);
        _commands.Add(_chunks);
        _hash = Prepare("SELECT hash FROM papers WHERE key = $0", 1);
        _idOfKey = Prepare("SELECT id FROM papers WHERE key = $0", 1);
        _insertPaper = Fast("INSERT INTO papers (id, kind, year, listed, hash) VALUES (?1, ?2, ?3, ?4, ?5)");
        _updatePaper = Prepare("UPDATE papers SET id = $1, kind = $2, year = $3, listed = $4, hash = $5 WHERE key = $0", 6);
        _putTexts = Fast("INSERT OR REPLACE INTO texts (paper, title, abstract, body, details) VALUES (?1, ?2, ?3, ?4, ?5)");
        _putAlias = Fast("INSERT INTO aliases (alias, paper) VALUES (?1, ?2)");
        _dropAlias = Prepare("DELETE FROM aliases WHERE alias = $0 AND paper = $1", 2);
        _putChunk = Fast("INSERT INTO chunks (paper, ordinal, field, start, length) VALUES (?1, ?2, ?3, ?4, ?5)");
        _dropChunks = Prepare("DELETE FROM chunks WHERE paper = $0", 1);
        _putProvenance = Fast("INSERT OR REPLACE INTO provenance (paper, origin, line, stored) VALUES (?1, ?2, ?3, ?4)");
        _putRecords = Fast("INSERT OR REPLACE INTO records (paper, records) VALUES (?1, ?2)");
        _dropRecords = Prepare("DELETE FROM records WHERE paper = $0", 1);
        _onlyFormat = Prepare(
            "SELECT o.format FROM provenance v JOIN origins o ON o.key = v.origin WHERE v.paper = $0 AND NOT EXISTS (SELECT 1 FROM records WHERE paper = $0)", 1);
        _moveAliases = Prepare("UPDATE aliases SET paper = $1 WHERE paper = $0", 2);
        _records = new RecordRows(connection);
    }

    public SqliteConnection Connection => _connection;

    public void Begin() => _connection.Run("BEGIN IMMEDIATE");

    /// <summary>By how many chunks the catalogue has grown since the last call.</summary>
    public long TakeChunkCount()
    {
        var count = _chunkCount;
        _chunkCount = 0;
        return count;
    }

    /// <summary>Adds an alias of which the caller knows that it leads nowhere yet.</summary>
    public void AddNewAlias(PaperId alias, long key) => _putAlias.Bind(1, alias.Value).Bind(2, key).Run();

    public void Commit() => _connection.Run("COMMIT");

    public long? KeyOfId(PaperId id) => _keyOfId.Bind(1, id.Value).Number();

    public long? KeyOfAlias(PaperId alias) => _keyOfAlias.Bind(1, alias.Value).Number();

    /// <summary>By id first: an id wins over the same text as an alias of another paper.</summary>
    public long? KeyOfIdOrAlias(PaperId id) => KeyOfId(id) ?? KeyOfAlias(id);

    public PaperId IdOf(long key) => new((string)_idOfKey.Bind(key).ExecuteScalar()!);

    public byte[] HashOf(long key) => (byte[])_hash.Bind(key).ExecuteScalar()!;

    public bool Holds(long key) => _idOfKey.Bind(key).ExecuteScalar() is string;

    public StoredPaper Read(long key) => PaperRows.Read(_paper, _chunks, key);

    public StoredWork WorkOf(StoredPaper stored) => new(stored.Paper, stored.Chunks, _records.Read(stored.Key, stored.Paper));

    /// <summary>The source of a paper that is made of one record in one version; null for another one.</summary>
    public string? OnlySourceOf(long key) => _onlyFormat.Bind(key).ExecuteScalar() is string format ? RecordOrigins.SourceOf(format) : null;

    public long Insert(Paper paper, IReadOnlyList<Chunk> chunks)
    {
        var hash = ContentHash.Of(paper, chunks);
        _insertPaper.Bind(1, paper.Id.Value).Bind(2, (int)paper.Kind).Bind(3, paper.Year).Bind(4, paper.Listed?.ToString()).Bind(5, hash).Run();
        var key = SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle);
        WriteContent(key, paper, chunks);
        return key;
    }

    public void Update(long key, Paper paper, IReadOnlyList<Chunk> chunks)
    {
        var hash = ContentHash.Of(paper, chunks);
        _updatePaper.Run(key, paper.Id.Value, (int)paper.Kind, paper.Year, paper.Listed?.ToString(), hash);
        _chunkCount -= _dropChunks.Run(key);
        WriteContent(key, paper, chunks);
    }

    /// <summary>Adds an alias unless it already leads to some paper; says whether it was added.</summary>
    public bool AddAlias(PaperId alias, long key)
    {
        if (KeyOfIdOrAlias(alias) is not null)
        {
            return false;
        }

        _putAlias.Bind(1, alias.Value).Bind(2, key).Run();
        return true;
    }

    public void DropAlias(PaperId alias, long key) => _dropAlias.Run(alias.Value, key);

    public void WriteProvenance(long key, Provenance provenance, DateTimeOffset now) =>
        _putProvenance.Bind(1, key).Bind(2, OriginOf(provenance)).Bind(3, provenance.Line).Bind(4, TextOf(now)).Run();

    /// <summary>Keeps what the paper is made of, and where the newest version of its first record is from.</summary>
    public void WriteRecords(long key, StoredWork work)
    {
        var version = work.Records[0].Versions[^1];
        WriteProvenance(key, version.Provenance, new DateTimeOffset(version.Seen, TimeOnly.MinValue, TimeSpan.Zero));
        if (work.NeedsRecords)
        {
            _putRecords.Bind(1, key).BindPacked(2, RecordRows.Write(work)).Run();
        }
        else
        {
            _dropRecords.Run(key);
        }
    }

    /// <summary>Lets the aliases of a paper lead to another one.</summary>
    public void MoveAliases(StoredPaper from, long key) => _moveAliases.Run(from.Key, key);

    public void Delete(long key)
    {
        _chunkCount -= _dropChunks.Run(key);
        foreach (var table in (string[])["texts", "aliases", "provenance", "records"])
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

        // Before the connection: SQLite does not close one that still has statements.
        _records.Dispose();
        _statements.ForEach(s => s.Dispose());

        _connection.Dispose();
    }

    private void WriteContent(long key, Paper paper, IReadOnlyList<Chunk> chunks)
    {
        _putTexts.Bind(1, key).Bind(2, paper.Title).BindPacked(3, paper.Abstract).BindPacked(4, paper.Body).BindPacked(5, PaperDetails.Write(paper)).Run();
        foreach (var chunk in chunks)
        {
            _putChunk.Bind(1, key).Bind(2, chunk.Ordinal).Bind(3, (int)chunk.Field).Bind(4, chunk.Start).Bind(5, chunk.Length).Run();
            _chunkCount++;
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

    // The papers of one call share their time.
    private string TextOf(DateTimeOffset now)
    {
        if (_now.Time != now || _now.Text.Length == 0)
        {
            _now = (now, now.ToString("O", CultureInfo.InvariantCulture));
        }

        return _now.Text;
    }

    private Statement Fast(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.Prepare(sql, parameters);
        _commands.Add(command);
        return command;
    }
}
