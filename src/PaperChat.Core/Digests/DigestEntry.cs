namespace PaperChat.Digests;

/// <summary>
/// A paper of a digest, ready to be shown: texts are cleaned for reading, not escaped for any format. The quotes are cited by
/// <see cref="Number"/>, which no other paper of the digest has.
/// </summary>
public sealed record DigestEntry
{
    public required int Number { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>"A. Doe, B. Roe and C. Poe", "A. Doe et al."; empty where no author is known.</summary>
    public string Authors { get; init; } = "";

    /// <summary>The page of the paper, http or https; null where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>Where its code is, http or https; null where the paper names none.</summary>
    public string? Code { get; init; }

    /// <summary>The day of the list it stood in, such as <c>2025-07-28</c>; null where it stood in none.</summary>
    public string? Listed { get; init; }

    public int? Upvotes { get; init; }

    /// <summary>One or two sentences of the paper, in its order; none where it has no abstract.</summary>
    public IReadOnlyList<DigestQuote> Quotes { get; init; } = [];
}
