using PaperChat.Hosting;

namespace PaperChat.Chat.Api;

/// <summary>How much one request may ask for.</summary>
internal static class RequestLimits
{
    /// <summary>Levels of a JSON body.</summary>
    public const int JsonDepth = 32;

    /// <summary>Bytes of a body.</summary>
    public const int BodyBytes = 512 * 1024;

    /// <summary>Papers of a search or a day.</summary>
    public const int Papers = 200;

    /// <summary>Earlier turns of a conversation; all of them together may be as long as <see cref="HistoryLength"/>.</summary>
    public const int HistoryTurns = 50;

    /// <summary>In UTF-16 code units.</summary>
    public const int HistoryLength = 50_000;

    /// <summary>Messages of a conversation in OpenAI's shape.</summary>
    public const int Messages = 1000;

    /// <summary>Texts of one request for embeddings.</summary>
    public const int EmbeddingInputs = 2048;

    /// <summary>As many of the latest turns as the limits take, for clients that cannot leave turns out.</summary>
    public static IReadOnlyList<string> LatestTurns(IReadOnlyList<string> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var length = 0L;
        return [.. turns.Reverse().Take(HistoryTurns).TakeWhile(t => (length += t.Length) <= HistoryLength).Reverse()];
    }

    /// <summary>Names or ids of papers in a request.</summary>
    /// <exception cref="UsageException">There are none or too many, or one is empty.</exception>
    public static IReadOnlyList<string> Names(IReadOnlyList<string>? names) =>
        names is { Count: > 0 and <= Papers } && !names.Any(string.IsNullOrWhiteSpace)
            ? names
            : throw new UsageException($"papers takes from 1 to {Papers} ids, titles or names, none of them empty.");

    /// <summary>A number of papers from 1, or <paramref name="usual"/>.</summary>
    /// <exception cref="UsageException">It is less than 1 or more than <see cref="Papers"/>.</exception>
    public static int Limit(int? wanted, int usual) =>
        wanted is null ? usual
        : wanted is >= 1 and <= Papers ? wanted.Value
        : throw new UsageException($"limit is a whole number from 1 to {Papers}, not {wanted}.");

    /// <exception cref="UsageException">The turns are too many or too long.</exception>
    public static IReadOnlyList<string> History(IReadOnlyList<string>? turns)
    {
        if (turns is null)
        {
            return [];
        }

        if (turns.Count > HistoryTurns || turns.Sum(t => (long)(t?.Length ?? 0)) > HistoryLength)
        {
            throw new UsageException($"history takes up to {HistoryTurns} earlier turns of {HistoryLength:N0} characters together; leave the oldest out.");
        }

        return [.. turns.Where(t => !string.IsNullOrWhiteSpace(t))];
    }
}
