using System.IO.Compression;
using System.Text.Json;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Matching;

/// <summary>All papers of a folder of gzipped JSON Lines, with their authors and years.</summary>
internal static class SharedCorpus
{
    public static List<Paper> Read(string folder)
    {
        var papers = new List<Paper>();
        foreach (var file in Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                using var json = JsonDocument.Parse(line);
                var record = json.RootElement;
                papers.Add(new Paper
                {
                    Id = new PaperId(record.GetProperty("id").GetString()!),
                    Title = record.GetProperty("title").GetString()!,
                    Abstract = record.GetProperty("abstract").GetString()!,
                    Authors = [.. record.GetProperty("authors").EnumerateArray().Select(a => a.GetString()!)],
                    Venue = record.GetProperty("venue").GetString(),
                    Year = record.GetProperty("year").GetInt32(),
                    Arxiv = record.GetProperty("id").GetString() is { } id && id.StartsWith("arxiv:", StringComparison.Ordinal) ? id["arxiv:".Length..] : null,
                });
            }
        }

        return papers;
    }
}
