using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Papers;
using PaperChat.Text;

namespace PaperChat.Ingestion;

/// <summary>The ids of a paper, by the rules of <see cref="PaperId"/>.</summary>
public static class PaperIds
{
    /// <summary>Best first: arXiv, DOI, the source's own, the title's. Never empty.</summary>
    public static IReadOnlyList<PaperId> Of(Paper paper, string? key)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var ids = new List<PaperId>(4);
        if (paper.Arxiv is { } arxiv)
        {
            ids.Add(new PaperId("arxiv:" + arxiv));
        }

        if (paper.Doi is { } doi)
        {
            ids.Add(new PaperId("doi:" + doi));
        }

        var own = key is null ? "" : StorableText.Of(key.Trim());
        if (own.Length > 0 && !ids.Contains(new PaperId(own)) && Identifiers.ArxivOfKey(own) is null && Identifiers.DoiOfKey(own) is null)
        {
            ids.Add(new PaperId(own));
        }

        ids.Add(OfTitle(paper.Title));
        return ids;
    }

    /// <summary>
    /// <c>title:</c> and the first 16 hex digits of the SHA-256 of the title's words (lower case, accents folded) joined by one
    /// space, as UTF-8. A title without a word is hashed as it stands.
    /// </summary>
    public static PaperId OfTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var words = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(TextAnalyzer.MaxWordLength) + 1);
        var length = 0;
        for (var scanner = new WordScanner(TextCleaner.Clean(title).Text); scanner.MoveNext();)
        {
            if (words.Length - length <= Encoding.UTF8.GetMaxByteCount(scanner.Word.Length))
            {
                words = Larger(words);
            }

            if (length > 0)
            {
                words[length++] = (byte)' ';
            }

            length += Encoding.UTF8.GetBytes(scanner.Word, words.AsSpan(length));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(length > 0 ? words.AsSpan(0, length) : Encoding.UTF8.GetBytes(title), hash);
        ArrayPool<byte>.Shared.Return(words);
        return new PaperId("title:" + Convert.ToHexStringLower(hash[..8]));
    }

    private static byte[] Larger(byte[] words)
    {
        var larger = ArrayPool<byte>.Shared.Rent(words.Length * 2);
        words.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(words);
        return larger;
    }
}
