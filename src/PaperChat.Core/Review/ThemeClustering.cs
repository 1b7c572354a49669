namespace PaperChat.Review;

/// <summary>
/// Groups papers by their similarity: Ward's hierarchical clustering (updated by the formula of Lance and Williams, 1967), cut where
/// the mean silhouette (Rousseeuw, 1987) is best, then each paper moved to the group that it is nearest to. The same input gives the
/// same groups.
/// </summary>
internal static class ThemeClustering
{
    private const int MostThemes = 7;
    private const int PapersATheme = 3;
    private const int Rounds = 5;

    // What a theme more, and one of a single paper, must bring in silhouette: readers want few.
    private const double ThemeCost = 0.01;
    private const double SingleCost = 0.1;

    // So far below what papers without anything in common have on average a paper does not belong to a group.
    private const double Alone = -0.05;

    /// <summary>The group of each paper, from 0, groups in the order of their first papers; -1 for papers that belong to none.</summary>
    public static int[] Of(double[,] similarity)
    {
        var count = similarity.GetLength(0);
        if (count == 0)
        {
            return [];
        }

        var most = Math.Clamp(count / PapersATheme, 1, MostThemes);
        var least = Math.Min(most, count < 6 ? 1 : count < 15 ? 2 : count < 24 ? 3 : 4);
        var merges = Merge(similarity);
        var best = Enumerable.Range(least, most - least + 1).Select(k => Refine(similarity, Cut(merges, count, k)))
            .MaxBy(groups => Silhouette(similarity, groups) - (SingleCost * Singles(groups)) - (ThemeCost * groups.Distinct().Count()))!;
        return Renumber(Settle(similarity, best));
    }

    // Pairs (kept, gone) in the order in which Ward's method merges.
    private static List<(int Kept, int Gone)> Merge(double[,] similarity)
    {
        var count = similarity.GetLength(0);
        var distance = new double[count, count];
        var size = Enumerable.Repeat(1, count).ToArray();
        var alive = Enumerable.Range(0, count).ToList();
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                distance[i, j] = 2 - (2 * similarity[i, j]);
            }
        }

        var merges = new List<(int, int)>();
        while (alive.Count > 1)
        {
            var (a, b) = Nearest(alive, distance);
            foreach (var other in alive.Where(o => o != a && o != b))
            {
                var total = size[a] + size[b] + size[other];
                distance[a, other] = distance[other, a] =
                    (((size[a] + size[other]) * distance[a, other]) + ((size[b] + size[other]) * distance[b, other]) - (size[other] * distance[a, b])) / total;
            }

            size[a] += size[b];
            alive.Remove(b);
            merges.Add((a, b));
        }

        return merges;
    }

    private static (int A, int B) Nearest(List<int> alive, double[,] distance)
    {
        var (best, a, b) = (double.MaxValue, alive[0], alive[1]);
        for (var i = 0; i < alive.Count; i++)
        {
            for (var j = i + 1; j < alive.Count; j++)
            {
                if (distance[alive[i], alive[j]] < best)
                {
                    (best, a, b) = (distance[alive[i], alive[j]], alive[i], alive[j]);
                }
            }
        }

        return (a, b);
    }

    private static int[] Cut(List<(int Kept, int Gone)> merges, int count, int groups)
    {
        var group = Enumerable.Range(0, count).ToArray();
        foreach (var (kept, gone) in merges.Take(count - groups))
        {
            var (from, to) = (group[gone], group[kept]);
            for (var i = 0; i < count; i++)
            {
                group[i] = group[i] == from ? to : group[i];
            }
        }

        return group;
    }

    // A group never loses its last two papers.
    private static int[] Refine(double[,] similarity, int[] start)
    {
        var groups = (int[])start.Clone();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            for (var i = 0; i < groups.Length; i++)
            {
                var own = groups[i];
                if (groups.Count(g => g == own) == 2)
                {
                    continue;
                }

                var best = groups.Distinct().MaxBy(g => Mean(similarity, groups, i, g));
                if (best != own && Mean(similarity, groups, i, best) > Mean(similarity, groups, i, own))
                {
                    groups[i] = best;
                    moved = true;
                }
            }

            if (!moved)
            {
                break;
            }
        }

        return groups;
    }

    // A theme of one paper is none: it joins the group it is nearest to, or stands apart.
    private static int[] Settle(double[,] similarity, int[] groups)
    {
        var settled = (int[])groups.Clone();
        for (var i = 0; i < groups.Length; i++)
        {
            var others = groups.Where((g, j) => j != i && groups.Count(o => o == g) > 1).Distinct().ToArray();
            if (settled.Count(g => g == groups[i]) > 2 && Mean(similarity, settled, i, groups[i]) < LeastOf(groups.Length))
            {
                settled[i] = -1;
            }
            else if (groups.Count(g => g == groups[i]) == 1 && groups.Length > 1)
            {
                var nearest = others.Length == 0 ? -1 : others.MaxBy(g => Mean(similarity, groups, i, g));
                settled[i] = nearest >= 0 && Mean(similarity, groups, i, nearest) > LeastOf(groups.Length) ? nearest : -1;
            }
        }

        return settled;
    }

    private static int[] Renumber(int[] groups)
    {
        var order = groups.Where(g => g >= 0).Distinct().Select((g, i) => (g, i)).ToDictionary(g => g.g, g => g.i);
        return [.. groups.Select(g => g < 0 ? -1 : order[g])];
    }

    private static int Singles(int[] groups) => groups.CountBy(g => g).Count(g => g.Value == 1);

    private static double Silhouette(double[,] similarity, int[] groups)
    {
        var labels = groups.Distinct().ToArray();
        return labels.Length == 1 ? 0 : Enumerable.Range(0, groups.Length).Average(i =>
        {
            var own = Mean(similarity, groups, i, groups[i]);
            var next = labels.Where(g => g != groups[i]).Max(g => Mean(similarity, groups, i, g));
            return double.IsNegativeInfinity(own) ? 0 : (own - next) / Math.Max(1e-9, Math.Max(1 - own, 1 - next));
        });
    }

    // The mean similarity of a paper to the others of a group.
    private static double Mean(double[,] similarity, int[] groups, int paper, int group)
    {
        var (sum, count) = (0.0, 0);
        for (var j = 0; j < groups.Length; j++)
        {
            if (j != paper && groups[j] == group)
            {
                sum += similarity[paper, j];
                count++;
            }
        }

        return count == 0 ? double.NegativeInfinity : sum / count;
    }

    // What is in common was taken away, so that papers that share nothing else are at -1/(n-1) on average.
    private static double LeastOf(int papers) => Alone - (1.0 / Math.Max(1, papers - 1));
}
