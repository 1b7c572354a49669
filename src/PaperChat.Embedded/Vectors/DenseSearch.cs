using System.Buffers;
using System.Runtime.CompilerServices;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// Ranks the documents of one snapshot by cosine. The sign bits of all allowed rows are compared first, then the best of those
/// (many more than are asked for) exactly.
/// </summary>
internal sealed class DenseSearch(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
{
    // With these, more than .999 of the ten nearest of 196,732 papers come through the prefilter (docs/retrieval.md).
    private const int LeastRescored = 2_000;
    private const int RescoredShare = 32;
    private const int PrefetchDistance = 8;

    /// <summary>The candidates above 0, best first; none without a vector, and none in a library without vectors.</summary>
    public List<Candidate> Run() => [.. Ranked().Select(r => new Candidate(r.Paper, r.Ordinal, r.Score) { Vector = SegmentVectors.Of(r, request) })];

    private IEnumerable<RankedDocument> Ranked()
    {
        if (request.Vector is not { } vector || request.Limit <= 0 || snapshot.Model is null)
        {
            return [];
        }

        var query = Padded(vector.Span);
        if (query.AsSpan().IndexOfAnyExcept(0f) < 0)
        {
            return [];
        }

        return Score(query, vector.Length)
            .Select(s => new RankedDocument(snapshot.Segments[s.Segment], s.Row, s.Score)).Order().Take(request.Limit);
    }

    private float[] Padded(ReadOnlySpan<float> vector)
    {
        var own = snapshot.Model!;
        if (request.VectorModel is { } model && !EmbeddingModelCheck.IsSame(own, model))
        {
            throw EmbeddingModelCheck.Other(own, model);
        }

        if (vector.Length != own.Dimension)
        {
            throw new ArgumentException($"The vector has {vector.Length} numbers, those of the library have {own.Dimension}.");
        }

        var padded = new float[new VectorFormat(own.Dimension, 0).PaddedDimension];
        vector.CopyTo(padded);
        return padded;
    }

    private List<(int Segment, int Row, float Score)> Score(float[] query, int dimension)
    {
        var bits = new BitQuery(query.AsSpan(0, dimension));
        var products = new ushort[snapshot.Segments.Count][];
        var counts = new int[bits.MostCommon + 1];
        try
        {
            for (var i = 0; i < products.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (snapshot.Segments[i] is { Vectors: { } vectors } segment)
                {
                    var allowed = AllowedDocuments.Of(segment, request, cancellationToken);
                    products[i] = ArrayPool<ushort>.Shared.Rent(vectors.Format.Rows);
                    bits.Multiply(vectors.Signs, allowed, products[i].AsSpan(0, vectors.Format.Rows), counts);
                }
            }

            return Rescore(query, products, LeastOf(counts));
        }
        finally
        {
            foreach (var rented in products.OfType<ushort[]>())
            {
                ArrayPool<ushort>.Shared.Return(rented);
            }
        }
    }

    // The product from which on there are enough rows; 0 belongs to rows that must not be found.
    private int LeastOf(int[] counts)
    {
        var wanted = LeastRescored + request.Limit + (snapshot.Documents / RescoredShare);
        var least = counts.Length - 1;
        for (long found = counts[least]; found < wanted && least > 1; found += counts[least])
        {
            least--;
        }

        return least;
    }

    private List<(int Segment, int Row, float Score)> Rescore(float[] query, ushort[]?[] products, int least)
    {
        var best = new NearestRows(request.Limit);
        var rows = new List<int>();
        for (var i = 0; i < products.Length; i++)
        {
            if (snapshot.Segments[i].Vectors is not { } vectors || products[i] is not { } own)
            {
                continue;
            }

            rows.Clear();
            Collect(own.AsSpan(0, vectors.Format.Rows), least, rows);
            for (var j = 0; j < rows.Count; j++)
            {
                vectors.Prefetch(rows[Math.Min(j + PrefetchDistance, rows.Count - 1)]);
                best.Offer(i, rows[j], VectorProduct.Of(query, vectors.Row(rows[j])));
            }
        }

        return best.All();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(ReadOnlySpan<ushort> products, int least, List<int> rows)
    {
        for (var row = 0; row < products.Length; row++)
        {
            if (products[row] >= least)
            {
                rows.Add(row);
            }
        }
    }
}
