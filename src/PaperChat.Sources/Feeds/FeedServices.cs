namespace PaperChat.Sources.Feeds;

/// <summary>The services that PaperChat knows, each with its own manners.</summary>
public sealed record FeedServices
{
    /// <summary>Daily Papers and paper search; lists of past days hardly change, today's does all day.</summary>
    public FeedService HuggingFace { get; init; } = new("Hugging Face", new Uri("https://huggingface.co/")) { KeyHeader = "Authorization" };

    /// <summary>One request in three seconds (https://info.arxiv.org/help/api/tou.html); its answers change once a day.</summary>
    public FeedService Arxiv { get; init; } = new("The arXiv API", new Uri("https://export.arxiv.org/")) { Interval = TimeSpan.FromSeconds(3), Fresh = TimeSpan.FromHours(6) };

    /// <summary>A token of a list is good for one day only: what it brought is not kept.</summary>
    public FeedService ArxivOai { get; init; } = new("arXiv's OAI-PMH service", new Uri("https://oaipmh.arxiv.org/oai")) { Interval = TimeSpan.FromSeconds(3) };

    public FeedService OpenAlex { get; init; } = new("OpenAlex", new Uri("https://api.openalex.org/")) { Fresh = TimeSpan.FromHours(1) };

    /// <summary>One request a second with a key; without one all the world shares a pool.</summary>
    public FeedService SemanticScholar { get; init; } = new("Semantic Scholar", new Uri("https://api.semanticscholar.org/graph/v1/"))
    {
        KeyHeader = "x-api-key",
        Interval = TimeSpan.FromSeconds(1),
        Fresh = TimeSpan.FromHours(1),
    };
}
