using PaperChat.Papers;

namespace PaperChat.Digests;

/// <summary>What a digest is made of.</summary>
public sealed record DigestRequest
{
    public const int UsualLimit = 10;

    /// <summary>The most papers that a digest may have; ranking looks closely at no more.</summary>
    public const int MostPapers = 20;

    /// <summary>The subject, in the words of a search: filters such as <c>year:2025</c> and <c>-word</c> count.</summary>
    public required string Interest { get; init; }

    /// <summary>Papers that the reader likes; new ones like them are wanted too.</summary>
    public IReadOnlyList<PaperId> Likes { get; init; } = [];

    /// <summary>The new papers; none other is in the digest.</summary>
    public required IReadOnlyList<PaperId> Papers { get; init; }

    /// <summary>The most papers in the groups, 1 to <see cref="MostPapers"/>.</summary>
    public int Limit { get; init; } = UsualLimit;

    /// <summary>Whether the papers with the most votes are wanted as well.</summary>
    public bool Trending { get; init; }
}
