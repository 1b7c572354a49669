namespace PaperChat.Review;

/// <summary>Places papers in a plane so that like ones lie near: the two main axes of their similarities (classical scaling, Torgerson 1952).</summary>
internal static class PaperMap
{
    private const int Rounds = 200;

    /// <summary>A place a paper; both coordinates from -1 to 1.</summary>
    public static IReadOnlyList<(double X, double Y)> Of(double[,] similarity)
    {
        var count = similarity.GetLength(0);
        var centred = Centre(similarity, count);
        var x = Axis(centred, count, null);
        var y = Axis(centred, count, x);
        return [.. Spread(x).Zip(Spread(y))];
    }

    private static double[,] Centre(double[,] similarity, int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Average(j => similarity[i, j])).ToArray();
        var all = rows.DefaultIfEmpty(0).Average();
        var centred = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                centred[i, j] = similarity[i, j] - rows[i] - rows[j] + all;
            }
        }

        return centred;
    }

    // Power iteration, at right angles to the axis before. The start is fixed, so that a map is the same every time.
    private static double[] Axis(double[,] matrix, int count, double[]? before)
    {
        var axis = Enumerable.Range(0, count).Select(i => Math.Sin((i + 1) * (before is null ? 1.7 : 2.9))).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Sum(j => matrix[i, j] * axis[j])).ToArray();
            if (before is not null)
            {
                var along = next.Zip(before, (a, b) => a * b).Sum();
                next = [.. next.Zip(before, (a, b) => a - (along * b))];
            }

            var norm = Math.Sqrt(next.Sum(v => v * v));
            if (norm < 1e-9)
            {
                break;
            }

            axis = [.. next.Select(v => v / norm)];
        }

        return axis;
    }

    private static IEnumerable<double> Spread(double[] axis)
    {
        var (least, most) = (axis.DefaultIfEmpty(0).Min(), axis.DefaultIfEmpty(0).Max());
        return axis.Select(v => most - least < 1e-9 ? 0 : (2 * (v - least) / (most - least)) - 1);
    }
}
