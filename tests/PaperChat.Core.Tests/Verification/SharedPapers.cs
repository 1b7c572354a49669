using System.IO.Compression;
using System.Text.Json;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Verification;

/// <summary>A fixed choice of real papers: every so many lines of a file, those with an abstract of usual length.</summary>
internal static class SharedPapers
{
    public static List<Paper> Read(string path, int every, int count)
    {
        var papers = new List<Paper>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (var line = 0; papers.Count < count && reader.ReadLine() is { } text; line++)
        {
            if (line % every != 0)
            {
                continue;
            }

            using var json = JsonDocument.Parse(text);
            var summary = json.RootElement.GetProperty("abstract").GetString() ?? "";
            if (summary.Length is > 600 and < 2200)
            {
                papers.Add(new Paper
                {
                    Id = new PaperId(json.RootElement.GetProperty("id").GetString()!),
                    Title = json.RootElement.GetProperty("title").GetString()!,
                    Abstract = summary,
                });
            }
        }

        return papers;
    }
}
