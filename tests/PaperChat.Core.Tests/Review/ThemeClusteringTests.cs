using PaperChat.Review;

namespace PaperChat.Core.Tests.Review;

public sealed class ThemeClusteringTests
{
    [Fact]
    public void Papers_that_are_alike_come_together_and_nobody_stays_alone()
    {
        int[] truth = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2];

        var groups = ThemeClustering.Of(Similarity(truth, (i, j) => truth[i] == truth[j] ? 0.6 : -0.1));

        Assert.Equal(truth, groups);
    }

    [Fact]
    public void A_paper_unlike_all_others_belongs_to_none()
    {
        int[] truth = [0, 0, 0, 1, 1, 1, 2];

        var groups = ThemeClustering.Of(Similarity(truth, (i, j) => truth[i] == truth[j] ? 0.9 : truth[i] == 2 || truth[j] == 2 ? -0.8 : -0.1));

        Assert.Equal(-1, groups[6]);
        Assert.DoesNotContain(groups.Where(g => g >= 0).CountBy(g => g), g => g.Value == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Few_papers_are_one_theme(int count) => Assert.All(ThemeClustering.Of(Similarity(new int[count], (_, _) => 0.5)), g => Assert.Equal(0, g));

    [Fact]
    public void No_papers_are_no_theme() => Assert.Empty(ThemeClustering.Of(new double[0, 0]));

    private static double[,] Similarity(int[] papers, Func<int, int, double> of)
    {
        var similarity = new double[papers.Length, papers.Length];
        for (var i = 0; i < papers.Length; i++)
        {
            for (var j = 0; j < papers.Length; j++)
            {
                similarity[i, j] = i == j ? 1 : of(i, j);
            }
        }

        return similarity;
    }
}
