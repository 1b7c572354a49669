using System.Text;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Tests;

/// <summary>
/// Reads mutated inputs in every format. <c>PAPERCHAT_FUZZ</c> sets how many inputs a format (10,000 without it), <c>PAPERCHAT_FUZZ_SEED</c>
/// where the random numbers begin.
/// </summary>
public sealed class FuzzTests
{
    private const int Repeated = 100_000;
    private const long MostAllocated = 200_000_000;
    // Of processor time: a machine that stands still for a while is no reader that hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private static readonly int Inputs = int.TryParse(Environment.GetEnvironmentVariable("PAPERCHAT_FUZZ"), out var inputs) ? inputs : 10_000;
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("PAPERCHAT_FUZZ_SEED"), out var seed) ? seed : 17;

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", "\"", "'", "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [", "&", ";", "&amp;", "&#0;", "&#xD800;", "&lol;", "\n", "\r\n", "\r", "\0", "\t",
        "@article{", "@string{", "@comment", "#", "=", ",", "\\", "\\ud800", "\\\"", "\\'{", "$", "%", "--", "and", "TY  - ", "ER  - ", "AU  - ", "|", "|---|", "- [", "](", "**", "``` ", "# ",
        "null", "true", "-1", "1e999", "99999999999", "\uFEFF", "\u202E", "𝒳", "v99999", "2401.00001", "10.1/x", "crossref = {moss2024}", "xdata={book}", "data-props=\"", "<entry>", "</entry>", "<record>", "<paper>",
    ];

    // Of PDF, Word and PowerPoint other programs read the bytes; what is made of their text is that of plain text.
    public static TheoryData<string> Formats() => [.. SourceFormats.All.Except([SourceFormats.Pdf, SourceFormats.Word, SourceFormats.PowerPoint])];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task No_input_crashes_a_reader_hangs_it_or_takes_unbounded_memory(string format)
    {
        var random = new Random(Seed);
        byte[][] samples = [.. SamplesOf(format).Select(Encoding.UTF8.GetBytes)];
        for (var i = 0; i < Inputs; i++)
        {
            var input = Mutate(random, samples);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Environment.CpuUsage.TotalTime;
            try
            {
                await ReadAllAsync(format, input);
            }
            catch (Exception failure) when (failure is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Input {i} of {format} from seed {Seed}: {failure}\n{Convert.ToBase64String(input)}");
            }

            Assert.True(Environment.CpuUsage.TotalTime - clock < Longest, $"Input {i} of {format} took {Environment.CpuUsage.TotalTime - clock}.");
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostAllocated, $"Input {i} of {format} took too much memory.");
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_token_that_comes_again_and_again_takes_no_reader_long(string format)
    {
        foreach (var sample in SamplesOf(format))
        {
            foreach (var token in Tokens.Append("a").Append(" ").Append("a.").Append("\\'{").Append("$a").Append("Ab Cd, ").Append("[a]").Append("<a b ").Append("<b>").Append(" <b>"))
            {
                var repeated = string.Concat(Enumerable.Repeat(token, Repeated / token.Length));
                var middle = sample.Length / 2;
                var clock = Environment.CpuUsage.TotalTime;

                await ReadAllAsync(format, Encoding.UTF8.GetBytes(sample[..middle] + repeated + sample[middle..]));

                Assert.True(Environment.CpuUsage.TotalTime - clock < Longest, $"'{token}' in {format} took {Environment.CpuUsage.TotalTime - clock}.");
            }
        }
    }

    private static async Task ReadAllAsync(string format, byte[] bytes)
    {
        var input = new SourceInput("input", () => new MemoryStream(bytes));
        await input.PeekAsync(TestContext.Current.CancellationToken);
        FormatRecognizer.Recognize(input.Head, input.HeadIsAll, new SourceOptions());
        var items = 0;
        await foreach (var item in FormatReaders.Open(format, input, new SourceOptions()).ReadAsync(TestContext.Current.CancellationToken))
        {
            items++;
            Assert.True(item is SourceItem.Read { Record.Title.Length: > 0 } or SourceItem.Rejected { Reason.Length: > 0 });
            if (item is SourceItem.Read read)
            {
                PaperNormalizer.Normalize(read.Record, out _);
            }
        }

        Assert.InRange(items, 1, bytes.Length + 1);
    }

    private static byte[] Mutate(Random random, byte[][] samples)
    {
        var bytes = samples[random.Next(samples.Length)].ToList();
        for (var mutations = random.Next(1, 8); mutations > 0; mutations--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 1 << random.Next(1, 9)), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, Enumerable.Repeat(Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]), random.Next(1, 200)).SelectMany(t => t));
                    break;
                case 4 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 5:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = samples[random.Next(samples.Length)];
                    bytes.InsertRange(at, other.AsSpan(0, random.Next(other.Length)).ToArray());
                    break;
            }
        }

        return [.. bytes];
    }

    private static string[] SamplesOf(string format) => format switch
    {
        SourceFormats.DailyPapers => [Samples.Page],
        SourceFormats.DailyPapersHtml => [Samples.HtmlPage(Samples.DailyItem), Samples.VisiblePage, Samples.VisiblePaper],
        SourceFormats.HuggingFace => [Samples.DailyItem, "[" + Samples.DailyItem + ",\n" + Samples.SinglePaper + "]"],
        SourceFormats.ArxivAtom => [Samples.AtomFeed(Samples.AtomEntry)],
        SourceFormats.ArxivOai => [Samples.Oai(Samples.OaiArxivRecord), Samples.Oai(Samples.OaiRawRecord, Samples.OaiDublinCoreRecord)],
        SourceFormats.ArxivSnapshot => [Samples.SnapshotLine, Samples.SnapshotLine + "\n" + Samples.SnapshotLine],
        SourceFormats.OpenAlex => [Samples.Work, "{\"meta\":{\"count\":1},\n\"results\":[" + Samples.Work + "]}"],
        SourceFormats.SemanticScholar => [Samples.ScholarPaper, Samples.ScholarBulkLine + "\n" + Samples.ScholarPaper, "{\"total\":1,\"data\":[" + Samples.ScholarPaper + "]}"],
        SourceFormats.AclXml => [Samples.AclCollection],
        SourceFormats.JsonLines => ["{\"title\":\"A\",\"authors\":[\"B\",{\"name\":\"C\"}],\"year\":2024}\n{\"title\":\"B\",\"kind\":\"summary\",\"listed\":\"2024-05-06\"}"],
        SourceFormats.Json => ["[{\"title\":\"A\",\"authors\":[\"B\",{\"name\":\"C\"}],\"year\":2024},\n {\"title\":\"B\"}]", "{\n\"title\":\"A\"\n}"],
        SourceFormats.Csv => [Samples.Csv],
        SourceFormats.Markdown => [Samples.MarkdownList],
        SourceFormats.Bibtex => [Samples.Bibtex],
        SourceFormats.Ris => [Samples.Ris],
        SourceFormats.Text => [Samples.DocumentText],
        SourceFormats.Html => [Samples.DocumentPage],
        _ => ["[\n  " + Samples.CslItem + ",\n  " + Samples.CslItem + "\n]"],
    };
}
