using System.Security.Cryptography;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>Sixteen bytes that are the same for two papers exactly when their id, content and chunks are.</summary>
public static class ContentHash
{
    private const int Length = 16;
    private const int LargestKept = 1 << 20;

    [ThreadStatic]
    private static MemoryStream? _stream;

    public static byte[] Of(Paper paper, IReadOnlyList<Chunk> chunks)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(chunks);
        var stream = _stream ??= new MemoryStream(4096);
        stream.SetLength(0);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            // Each text is written with its length before it, so that no two papers run into the same bytes.
            Write(writer, paper.Id.Value);
            Write(writer, paper.Title);
            Write(writer, paper.Abstract);
            Write(writer, paper.Body);
            Write(writer, paper.Venue);
            Write(writer, paper.Url);
            Write(writer, paper.Doi);
            Write(writer, paper.Arxiv);
            Write(writer, paper.Listed?.ToString());
            Write(writer, paper.Authors);
            Write(writer, paper.Categories);
            Write(writer, paper.Links);
            writer.Write(paper.Year ?? 0);
            writer.Write((int)paper.Kind);
            foreach (var chunk in chunks)
            {
                writer.Write(chunk.Ordinal);
                writer.Write((int)chunk.Field);
                writer.Write(chunk.Start);
                writer.Write(chunk.Length);
            }

            // Only where there is something, so that papers without keep the hashes that older programs stored.
            if (paper is not { Upvotes: null, Version: null, Updated: null, Status: PaperStatus.Current })
            {
                writer.Write(paper.Upvotes ?? -1);
                writer.Write(paper.Version ?? -1);
                writer.Write(paper.Updated?.DayNumber ?? -1);
                writer.Write((int)paper.Status);
            }
        }

        var hash = SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length))[..Length];
        if (stream.Capacity > LargestKept)
        {
            _stream = null;
        }

        return hash;
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        writer.Write(text ?? "");
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> texts)
    {
        writer.Write(texts.Count);
        foreach (var text in texts)
        {
            writer.Write(text);
        }
    }
}
