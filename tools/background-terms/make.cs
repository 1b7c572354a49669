#:project ../../src/PaperChat.Core
#:property PublishAot=false
// Counts in how many titles and abstracts each analysed term stands, and writes the table that
// src/PaperChat.Core/Text/background-terms.bin is: dotnet run tools/background-terms/make.cs -- FOLDER OUT
// FOLDER holds JSON Lines of papers (title, abstract), gzipped. Format: see BackgroundTerms.cs.
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperChat.Text;

const int LeastDocuments = 8;
var counts = new Dictionary<string, int>(StringComparer.Ordinal);
var documents = 0;
foreach (var file in Directory.GetFiles(args[0], "*.jsonl.gz").Order(StringComparer.Ordinal))
{
    using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
    while (reader.ReadLine() is { } line)
    {
        using var json = JsonDocument.Parse(line);
        var text = json.RootElement.GetProperty("title").GetString() + " . " + json.RootElement.GetProperty("abstract").GetString();
        foreach (var term in TextAnalyzer.AnalyzeStored(text).Select(t => t.Term).Distinct(StringComparer.Ordinal))
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        documents++;
    }
}

var kept = counts.Where(c => c.Value >= LeastDocuments && !c.Key.Any(char.IsAsciiDigit)).OrderBy(c => c.Key, StringComparer.Ordinal).ToArray();
using var output = new BinaryWriter(File.Create(args[1]));
output.Write("PCBT0001"u8);
output.Write(documents);
output.Write(kept.Length);
var offset = 0;
foreach (var (term, _) in kept)
{
    output.Write(offset);
    offset += Encoding.UTF8.GetByteCount(term);
}

output.Write(offset);
foreach (var (_, count) in kept)
{
    output.Write((byte)Math.Round(12 * Math.Log(count)));
}

foreach (var (term, _) in kept)
{
    output.Write(Encoding.UTF8.GetBytes(term));
}

Console.WriteLine($"{documents} documents, {kept.Length} terms");
