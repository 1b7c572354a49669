namespace PaperChat.Papers;

/// <summary>The address to open for a paper.</summary>
public static class PaperAddress
{
    /// <summary>Its own, else arXiv's or the DOI's page, else its first link; null without any.</summary>
    public static string? Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.Url
            ?? (paper.Arxiv is { } arxiv ? "https://arxiv.org/abs/" + arxiv : null)
            ?? (paper.Doi is { } doi ? "https://doi.org/" + doi : null)
            ?? (paper.Links.Count > 0 ? paper.Links[0] : null);
    }
}
