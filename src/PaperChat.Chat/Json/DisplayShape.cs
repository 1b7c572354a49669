using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Chat.Json;

/// <summary>
/// A paper's texts cleaned for reading, each there only when it differs from what is stored. Offsets of quotes count in the stored text:
/// <c>AbstractMap</c> leads back to it, pairs of a displayed index and the stored index where its source begins, each valid with
/// consecutive indices up to the next pair.
/// </summary>
internal sealed record DisplayShape(string? Title, string? Abstract, IReadOnlyList<int>? AbstractMap)
{
    /// <summary>Null when both texts can be shown as they are stored.</summary>
    public static DisplayShape? Of(Paper paper, bool withAbstract)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var title = TextCleaner.Clean(paper.Title);
        var text = withAbstract ? TextCleaner.Clean(paper.Abstract) : null;
        return title.IsIdentity && text is null or { IsIdentity: true }
            ? null
            : new DisplayShape(title.IsIdentity ? null : title.Text, text is { IsIdentity: false } ? text.Text : null, text is { IsIdentity: false } ? Map(text) : null);
    }

    private static List<int> Map(CleanedText cleaned)
    {
        List<int> pairs = [];
        var expected = -1;
        for (var i = 0; i < cleaned.Text.Length; i++)
        {
            var stored = cleaned.ToStored(i, 0).Start;
            if (stored != expected)
            {
                pairs.Add(i);
                pairs.Add(stored);
            }

            expected = stored + 1;
        }

        return pairs;
    }
}
