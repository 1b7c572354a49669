using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>The texts of a segment's documents as they are embedded, from the catalogue.</summary>
internal static class DocumentTexts
{
    /// <summary>The text of each document; null for one that is gone.</summary>
    /// <param name="connection">The catalogue.</param>
    /// <param name="segment">A segment of the state that the connection sees.</param>
    /// <param name="documents">Numbers of documents, ascending, so that each paper is read once.</param>
    public static string?[] Read(SqliteConnection connection, LiveSegment segment, IReadOnlyList<int> documents)
    {
        using var byKey = PaperRows.PrepareByKey(connection);
        using var chunksOf = PaperRows.PrepareChunks(connection);
        var file = segment.File;
        var texts = new string?[documents.Count];
        StoredPaper? stored = null;
        for (var i = 0; i < texts.Length; i++)
        {
            var paper = file.DocumentPapers[documents[i]];
            if (!segment.IsLive(paper))
            {
                continue;
            }

            var key = file.PaperKeys[paper];
            stored = stored?.Key == key ? stored : PaperRows.Read(byKey, chunksOf, key);
            var ordinal = file.DocumentOrdinals[documents[i]];
            texts[i] = EmbeddingModel.TextOf(stored.Paper, stored.Chunks.First(c => c.Ordinal == ordinal));
        }

        return texts;
    }
}
