using System.Security.Cryptography;
using System.Text;
using PaperChat.Papers;

namespace PaperChat.Embedded.Catalogue;

/// <summary>Sixteen bytes that are the same for two papers exactly when their id, content and chunks are.</summary>
internal static class ContentHash
{
    private const int Length = 16;

    public static byte[] Of(Paper paper, IReadOnlyList<Chunk> chunks)
    {
        using var stream = new MemoryStream(4096);
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            // Each text is written with its length before it, so that no two papers run into the same bytes.
            foreach (var text in (string?[])
                [paper.Id.Value, paper.Title, paper.Abstract, paper.Body, paper.Venue, paper.Url, paper.Doi, paper.Arxiv, paper.Listed?.ToString()])
            {
                writer.Write(text is not null);
                writer.Write(text ?? "");
            }

            foreach (var list in (IReadOnlyList<string>[])[paper.Authors, paper.Categories, paper.Links])
            {
                writer.Write(list.Count);
                foreach (var text in list)
                {
                    writer.Write(text);
                }
            }

            writer.Write(paper.Year ?? 0);
            writer.Write((int)paper.Kind);
            foreach (var chunk in chunks)
            {
                writer.Write(chunk.Ordinal);
                writer.Write((int)chunk.Field);
                writer.Write(chunk.Start);
                writer.Write(chunk.Length);
            }
        }

        return SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length))[..Length];
    }
}
