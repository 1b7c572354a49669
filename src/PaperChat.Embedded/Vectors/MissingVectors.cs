using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The vectors that a segment lacks: rows of zeros of papers that are there. Some of these stand for texts that the model knows nothing
/// of; they are made again with the others.
/// </summary>
internal sealed class MissingVectors(SqliteConnection connection, EmbeddingModel model)
{
    private const int PassagesAtOnce = 512;

    public static bool AnyIn(LiveSegment segment) => Live(segment).Any(d => IsMissing(segment, d));

    /// <summary>
    /// All rows for a copy of the segment without what is gone: those that are there and those that were missing. The segment stays
    /// open as long as they are used.
    /// </summary>
    public async Task<DocumentRows> MakeAsync(LiveSegment segment, CancellationToken cancellationToken)
    {
        var made = new Dictionary<int, byte[]>();
        var missing = Live(segment).Select((document, number) => (document, number)).Where(d => IsMissing(segment, d.document)).ToArray();
        foreach (var passages in missing.Chunk(PassagesAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string[] texts = [.. DocumentTexts.Read(connection, segment, [.. passages.Select(p => p.document)]).OfType<string>()];
            var vectors = await model.EmbedAsync(texts, cancellationToken);
            for (var i = 0; i < passages.Length; i++)
            {
                var row = made[passages[i].number] = new byte[new VectorFormat(model.Info.Dimension, 0).RowStride];
                QuantizedRow.Write(vectors[i].Span, row);
            }
        }

        var rows = MergedRows.Of([segment]);
        return new DocumentRows(rows.Count, document => made.TryGetValue(document, out var row) ? row : rows.Row(document));
    }

    private static IEnumerable<int> Live(LiveSegment segment) =>
        Enumerable.Range(0, segment.File.Documents).Where(d => segment.LiveDocuments?[d] ?? true);

    private static bool IsMissing(LiveSegment segment, int document) =>
        segment.Vectors is { } vectors && QuantizedRow.ScaleOf(vectors.Row(document)) == 0;
}
