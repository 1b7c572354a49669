using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using PaperChat.Library;

namespace PaperChat.Embedded.Index;

/// <summary>Finds the words of a snapshot near another one, by going through those of its words that begin alike.</summary>
internal static class SimilarWords
{
    public static List<SimilarWord> Find(IndexSnapshot snapshot, string word, int maxEdits, int limit, CancellationToken cancellationToken)
    {
        if (word.Length == 0)
        {
            return [];
        }

        var utf8 = Encoding.UTF8.GetBytes(word);
        var distance = new WordDistance(word, maxEdits);
        var found = new Dictionary<string, SimilarWord>(StringComparer.Ordinal);
        foreach (var segment in snapshot.Segments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Scan(segment, distance, utf8, maxEdits, found);
        }

        return [.. found.Values
            .OrderBy(w => w.Edits).ThenByDescending(w => w.Frequency).ThenBy(w => w.Word, StringComparer.Ordinal).Take(limit)];
    }

    private static void Scan(
        LiveSegment segment, WordDistance distance, ReadOnlySpan<byte> word, int maxEdits, Dictionary<string, SimilarWord> found)
    {
        var signature = Signature(word);
        var isAscii = Ascii.IsValid(word);
        var words = segment.File.Words;
        var counts = segment.File.WordCounts;
        var first = word[..FirstLetter(word)];
        for (var i = words.LowerBound(first); i < words.Count && words.Utf8(i) is var utf8 && utf8.StartsWith(first); i++)
        {
            // One edit adds or takes away a letter, or both: at most two bits of the signature (eight for letters of several bytes).
            if (BitOperations.PopCount(Signature(utf8) ^ signature) > maxEdits * (isAscii && Ascii.IsValid(utf8) ? 2 : 8))
            {
                continue;
            }

            var text = Encoding.UTF8.GetString(utf8);
            if (distance.To(text) is { } edits && counts[i] - (segment.Deletions?.WordCount(text) ?? 0) is > 0 and var count)
            {
                ref var similar = ref CollectionsMarshal.GetValueRefOrAddDefault(found, text, out _);
                similar = new SimilarWord(text, edits, similar.Frequency + count);
            }
        }
    }

    private static int FirstLetter(ReadOnlySpan<byte> utf8)
    {
        _ = Rune.DecodeFromUtf8(utf8, out _, out var length);
        return length;
    }

    // Which bytes occur at all, folded to 64.
    private static ulong Signature(ReadOnlySpan<byte> utf8)
    {
        var signature = 0UL;
        foreach (var value in utf8)
        {
            signature |= 1UL << (value & 63);
        }

        return signature;
    }
}
