using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded;

/// <summary>The checks of <c>library verify</c>.</summary>
internal sealed class LibraryCheck(LibraryFolder folder, CancellationToken cancellationToken)
{
    private const int MostFindings = 100;
    private const string Rebuild = "Rebuild the index with paperchat library compact; no paper is lost.";

    private readonly List<LibraryFinding> _findings = [];

    private string CatalogueName => Path.GetFileName(folder.Catalogue);

    public List<LibraryFinding> Run()
    {
        try
        {
            using var catalogue = CatalogueFile.OpenToRead(folder, out _);
            catalogue.Run("BEGIN");
            CheckStructure(catalogue);
            if (_findings.Count == 0)
            {
                var documents = CheckPapers(catalogue);
                CheckIndex(catalogue, documents);
            }
        }
        catch (SqliteException e)
        {
            Add(CatalogueName, $"{e.Message} Bring back a backup with paperchat library import FILE.", inCatalogue: true);
        }

        return _findings;
    }

    private void CheckStructure(SqliteConnection catalogue)
    {
        using var command = catalogue.Prepare("PRAGMA integrity_check(20)", 0);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            if (rows.GetString(0) is not "ok" and var problem)
            {
                Add(CatalogueName, problem, inCatalogue: true);
            }
        }
    }

    /// <summary>Checks each paper by itself; returns how many chunks each should have in the index, by key.</summary>
    private Dictionary<long, int> CheckPapers(SqliteConnection catalogue)
    {
        var documents = new Dictionary<long, int>();
        using var hashes = catalogue.Prepare("SELECT key, hash FROM papers ORDER BY key", 0);
        using var byKey = PaperRows.PrepareByKey(catalogue);
        using var chunksOf = PaperRows.PrepareChunks(catalogue);
        using var rows = hashes.ExecuteReader();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = rows.GetInt64(0);
            try
            {
                var stored = PaperRows.Read(byKey, chunksOf, key);
                documents[key] = stored.Chunks.Count;
                CheckPaper(stored, (byte[])rows.GetValue(1));
            }
            catch (Exception e) when (e is InvalidDataException or System.Text.Json.JsonException)
            {
                Add(CatalogueName, e.Message, inCatalogue: true);
            }
        }

        return documents;
    }

    private void CheckPaper(StoredPaper stored, byte[] hash)
    {
        var paper = stored.Paper;
        if (!ContentHash.Of(paper, stored.Chunks).AsSpan().SequenceEqual(hash))
        {
            Add(CatalogueName, $"Paper {paper.Id} is not what was stored: its hash does not match. Ingest it again.", inCatalogue: true);
        }

        if (stored.Chunks.Any(c => c.Start < 0 || c.Length < 0 || c.Start > paper.TextOf(c.Field).Length - c.Length))
        {
            Add(CatalogueName, $"A chunk of paper {paper.Id} lies outside of its text. Ingest it again.", inCatalogue: true);
        }
    }

    private void CheckIndex(SqliteConnection catalogue, Dictionary<long, int> documents)
    {
        IndexSnapshot? index = null;
        try
        {
            index = IndexSnapshot.Load(catalogue, folder, known: null);
            foreach (var segment in index.Segments)
            {
                cancellationToken.ThrowIfCancellationRequested();
                CheckSegment(segment, documents);
            }

            foreach (var key in documents.Where(d => d.Value != 0).Select(d => d.Key))
            {
                Add("index", $"Paper number {key} of the catalogue is not wholly in the index. {Rebuild}", inCatalogue: false);
            }
        }
        catch (LibraryException e)
        {
            Add("index", e.Message, inCatalogue: false);
        }
        catch (FileNotFoundException e)
        {
            Add(Path.GetFileName(e.FileName) ?? "index", $"The file is missing. {Rebuild}", inCatalogue: false);
        }
        finally
        {
            index?.Release();
        }
    }

    private void CheckSegment(LiveSegment segment, Dictionary<long, int> documents)
    {
        try
        {
            segment.File.CheckAll();
            segment.Vectors?.CheckAll();
            var papers = segment.File.DocumentPapers;
            for (var document = 0; document < papers.Length; document++)
            {
                var key = segment.File.PaperKeys[papers[document]];
                if (segment.IsLive(papers[document]))
                {
                    documents[key] = documents.GetValueOrDefault(key) - 1;
                }
            }
        }
        catch (Exception e) when (LibraryFailure.IsDamage(e))
        {
            Add(segment.File.Name, $"It is damaged: {e.Message}. {Rebuild}", inCatalogue: false);
        }
    }

    private void Add(string file, string message, bool inCatalogue)
    {
        if (_findings.Count < MostFindings)
        {
            _findings.Add(new LibraryFinding(file, message, inCatalogue));
        }
    }
}
