namespace PaperChat.Sources.Feeds;

/// <summary>arXiv's OAI-PMH set of a category, <c>group:archive:CATEGORY</c> (https://oaipmh.arxiv.org/oai?verb=ListSets).</summary>
internal static class ArxivSets
{
    // Archives of the group physics have no subject classes but for a few; the others are groups of their own.
    private static readonly HashSet<string> Physics = new(StringComparer.Ordinal)
    {
        "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "quant-ph",
    };

    private static readonly HashSet<string> Groups = new(StringComparer.Ordinal) { "cs", "econ", "eess", "math", "q-bio", "q-fin", "stat" };

    /// <summary>Null for what is no category.</summary>
    public static string? Of(string category)
    {
        ArgumentNullException.ThrowIfNull(category);
        var parts = category.Split('.');
        var (archive, subject) = (parts[0], parts.Length == 2 ? parts[1] : null);
        return Groups.Contains(archive) && parts.Length <= 2 ? (subject is null ? archive : $"{archive}:{archive}:{subject}")
            : Physics.Contains(archive) && parts.Length <= 2 ? (subject is null ? $"physics:{archive}" : $"physics:{archive}:{subject}")
            : null;
    }
}
