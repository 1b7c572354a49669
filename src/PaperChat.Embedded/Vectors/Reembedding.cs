using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// Makes the vectors of all segments anew in files beside the library's own, from the texts of the catalogue. A document that is
/// gone has a row of zeros. Stopped at any time, the next run with the same model goes on.
/// </summary>
internal sealed class Reembedding(SqliteConnection connection, LibraryFolder folder, IReadOnlyList<LiveSegment> segments)
{
    private const int DocumentsAtOnce = 512;

    /// <param name="model">The new model; with null there is nothing to do.</param>
    /// <param name="progress">Told the number of documents that are done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async Task RunAsync(EmbeddingModel? model, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        foreach (var segment in model is null ? [] : segments)
        {
            using var rows = new PartialRows(folder.File(LibraryFolder.PartialVectorsName(segment.Number, model!.Info)), model.Info);
            rows.DropDamaged();
            while (rows.Count < segment.File.Documents)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var count = Math.Min(DocumentsAtOnce, segment.File.Documents - rows.Count);
                rows.Append(await EmbedAsync(segment, rows.Count, count, model, cancellationToken));
                progress?.Report(done + rows.Count);
            }

            done += rows.Count;
        }
    }

    private async Task<byte[]> EmbedAsync(LiveSegment segment, int first, int count, EmbeddingModel model, CancellationToken cancellationToken)
    {
        var texts = DocumentTexts.Read(connection, segment, [.. Enumerable.Range(first, count)]);
        var wanted = texts.OfType<string>().ToArray();
        var vectors = await model.EmbedAsync(wanted, cancellationToken);
        var stride = new VectorFormat(model.Info.Dimension, 0).RowStride;
        var rows = new byte[count * stride];
        var zero = new float[model.Info.Dimension];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            QuantizedRow.Write(texts[i] is null ? zero : vectors[next++].Span, rows.AsSpan(i * stride, stride));
        }

        return rows;
    }
}
