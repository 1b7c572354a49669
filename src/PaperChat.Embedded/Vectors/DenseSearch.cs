using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PaperChat.Embedded.Index;
using PaperChat.Library;

namespace PaperChat.Embedded.Vectors;

/// <summary>
/// Ranks the documents of one snapshot by cosine. The sign bits of all allowed rows are compared first, then the best of those
/// (many more than are asked for) exactly.
/// </summary>
internal sealed class DenseSearch(IndexSnapshot snapshot, SearchRequest request, CancellationToken cancellationToken)
{
    // With these .9997 of the ten nearest of 196,732 papers came through the prefilter, and .987 of the hundred nearest
    // (docs/decisions/0008-vectors.md).
    private const int LeastRescored = 1_000;
    private const int RescoredShare = 256;
    private const int PrefetchDistance = 8;

    // Products are counted in classes of 16.
    private const int ProductBits = 4;
    private const int ProductClasses = (ushort.MaxValue + 1) >> ProductBits;

    /// <summary>The documents above 0, best first; none without a vector, and none in a library without vectors.</summary>
    public List<RankedDocument> Run()
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

        var allowed = snapshot.Segments.Select(s => s.Vectors is null ? null : AllowedDocuments.Of(s, request, cancellationToken)).ToArray();
        return [.. (AreFew(allowed) ? ScoreAll(query, allowed) : Score(query, allowed))
            .Select(s => new RankedDocument(snapshot.Segments[s.Segment], s.Row, s.Score)).Order().Take(request.Limit)];
    }

    private float[] Padded(ReadOnlySpan<float> vector)
    {
        var own = snapshot.Model!;
        if (request.VectorModel is { } model && !own.MakesSameVectors(model))
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

    // As many as are compared exactly anyway: the comparison of signs would leave them all.
    private bool AreFew(Bits?[] allowed)
    {
        var count = 0L;
        for (var i = 0; i < allowed.Length && count <= LeastRescored; i++)
        {
            count += snapshot.Segments[i].Vectors is { } vectors ? allowed[i]?.Count() ?? vectors.Format.Rows : 0;
        }

        return count <= LeastRescored;
    }

    private List<(int Segment, int Row, float Score)> ScoreAll(float[] query, Bits?[] allowed)
    {
        var best = new NearestRows(request.Limit);
        for (var i = 0; i < allowed.Length; i++)
        {
            if (snapshot.Segments[i].Vectors is { } vectors)
            {
                foreach (var row in allowed[i]?.Numbers() ?? Enumerable.Range(0, vectors.Format.Rows))
                {
                    best.Offer(i, row, VectorProduct.Of(query, vectors.Row(row)));
                }
            }
        }

        return best.All();
    }

    private List<(int Segment, int Row, float Score)> Score(float[] query, Bits?[] allowed)
    {
        var signs = new SignQuery(query);
        var products = new ushort[snapshot.Segments.Count][];
        var counts = new int[ProductClasses];
        try
        {
            for (var i = 0; i < products.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (snapshot.Segments[i] is { Vectors: { } vectors })
                {
                    products[i] = ArrayPool<ushort>.Shared.Rent(vectors.Format.Rows + SignBits.RowsPerBlock);
                    signs.Multiply(vectors.Signs, products[i]);
                    Forbid(allowed[i], products[i].AsSpan(0, vectors.Format.Rows));
                    Count(products[i].AsSpan(0, vectors.Format.Rows), counts);
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

    private static void Forbid(Bits? allowed, Span<ushort> products)
    {
        for (var word = 0; allowed is not null && word * 64 < products.Length; word++)
        {
            for (var gone = ~allowed.Word(word); gone != 0; gone &= gone - 1)
            {
                var row = (word * 64) + BitOperations.TrailingZeroCount(gone);
                if (row >= products.Length)
                {
                    break;
                }

                products[row] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<ushort> products, Span<int> counts)
    {
        foreach (var product in products)
        {
            counts[product >> ProductBits]++;
        }
    }

    // The product from which on there are enough rows, and never that of rows that must not be found.
    private int LeastOf(int[] counts)
    {
        var wanted = LeastRescored + request.Limit + (snapshot.Documents / RescoredShare);
        var least = counts.Length - 1;
        for (long found = counts[least]; found < wanted && least > 0; found += counts[least])
        {
            least--;
        }

        return Math.Max(1, least << ProductBits);
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

    // Most groups of rows have none that is near enough.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(ReadOnlySpan<ushort> products, int least, List<int> rows)
    {
        var bound = Vector256.Create((ushort)least);
        var row = 0;
        for (; row <= products.Length - Vector256<ushort>.Count; row += Vector256<ushort>.Count)
        {
            var near = Vector256.GreaterThanOrEqual(Vector256.Create(products[row..]), bound).ExtractMostSignificantBits();
            for (; near != 0; near &= near - 1)
            {
                rows.Add(row + BitOperations.TrailingZeroCount(near));
            }
        }

        for (; row < products.Length; row++)
        {
            if (products[row] >= least)
            {
                rows.Add(row);
            }
        }
    }
}
