using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PaperChat.Library;
using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Qdrant.Tests.Points;

public sealed class PointSerializerTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1, "-1")]
    [InlineData(0.5, "0.5")]
    [InlineData(-0.123456789, "-0.123457")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-0.0000001, "0")]
    [InlineData(0.9999999, "1")]
    [InlineData(12345.678, "12345.678")]
    [InlineData(1e300, "1E+300")]
    public void A_number_has_six_decimals_and_no_zeros_behind_them(double value, string expected)
    {
        var text = new byte[64];

        Assert.Equal(expected, Encoding.UTF8.GetString(text, 0, PointSerializer.Format(value, text)));
    }

    [Fact]
    public void Numbers_read_back_within_half_of_the_last_decimal()
    {
        var random = new Random(1);
        var text = new byte[64];
        for (var i = 0; i < 20_000; i++)
        {
            var value = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-6, 4));
            var read = double.Parse(text.AsSpan(0, PointSerializer.Format(value, text)), CultureInfo.InvariantCulture);
            Assert.Equal(value, read, 0.51e-6);
        }
    }

    [Fact]
    public void A_point_reads_back_as_the_paper_that_it_was_made_of()
    {
        var paper = TestPapers.Paper("s2:1", "Sparse – a \"survey\"\n\\x", "Ünïcode 𝒳 and 62.3\\%.") with
        {
            Authors = ["Ada Byron", ""],
            Year = 2024,
            Venue = "ICLR 2024",
            Url = "https://example.org/?a=b",
            Doi = "10.1/x",
            Arxiv = "2401.00001",
            Categories = ["cs.CL"],
            Listed = new ListedDate(null, 7, 28),
            Links = ["https://example.org/code"],
            Kind = PaperKind.Document,
            Body = "Body.",
            HoldsInstructions = true,
            Upvotes = 7,
            Version = 2,
            Updated = new DateOnly(2024, 5, 1),
            Status = PaperStatus.Withdrawn,
        };
        var content = new PaperContent
        {
            Paper = paper,
            Chunks = [new(0, PaperField.Abstract, 0, paper.Abstract.Length), new(1, PaperField.Body, 0, 5)],
            Records = [WorkMerge.RecordOf(paper, [new("doi:10.1/x")], new Provenance("json", "file", 7), DateOnly.FromDayNumber(739000))],
            MatchKeys = ["1f", "-2"],
            Aliases = [new("doi:10.1/x")],
            Hash = "ff",
            IsEmbedded = true,
            IsPending = true,
            Moved = [new(new("title:0"), "aa")],
        };

        var read = PaperPayloadReader.Content(Serialize(content.Sealed(), 0).GetProperty("payload"));

        Assert.Equal(CanonicalForm.Of(paper, content.Chunks), CanonicalForm.Of(read.Paper, read.Chunks));
        Assert.Equal(JsonSerializer.Serialize(content.Sealed()), JsonSerializer.Serialize(read));
    }

    [Fact]
    public void The_weights_of_words_are_the_part_of_BM25_that_depends_on_the_chunk()
    {
        var content = Content("Walrus diet", "The walrus eats clams.");

        var words = Serialize(content, 0).GetProperty("vector").GetProperty("words");

        var ids = words.GetProperty("indices").EnumerateArray().Select(i => i.GetUInt32()).ToArray();
        var weight = words.GetProperty("values")[Array.IndexOf(ids, TermId.Of("walru"))].GetDouble();
        Assert.Equal(ids.Order(), ids);
        Assert.Equal(2 * 2.2 / (2 + (1.2 * (0.25 + (0.75 * 5 / 115)))), weight, 1e-6);
        Assert.Contains(TermId.Of(TitleName.TermOf("Walrus diet")!), ids);
    }

    [Fact]
    public void A_text_without_words_has_no_sparse_vector()
    {
        var point = Serialize(Content("", "and the of"), 0);

        Assert.Empty(point.GetProperty("vector").EnumerateObject());
        Assert.Equal("", point.GetProperty("payload").GetProperty("terms").GetString());
    }

    [Theory]
    [InlineData(115, 115)]
    [InlineData(100, 115)]
    [InlineData(130, 115)]
    [InlineData(30, 28.75)]
    [InlineData(240, 230)]
    [InlineData(0, 115)]
    public void The_mean_length_is_rounded_so_that_alike_collections_begin_alike(double measured, double expected) =>
        Assert.Equal(expected, TermWeights.Rounded(measured), 0.01);

    private static PaperContent Content(string title, string text)
    {
        var entry = TestPapers.Entry(TestPapers.Paper("p", title, text));
        return new PaperContent { Paper = entry.Paper, Chunks = entry.Chunks, Records = WorkMerge.RecordsOf(entry, DateOnly.FromDayNumber(739000)), Hash = "" };
    }

    private static JsonElement Serialize(PaperContent content, int chunk)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, PointSerializer.Relaxed))
        {
            new PointSerializer(TermWeights.UsualAverageLength).Write(json, new PaperPoint(content, content.Chunks[chunk], null));
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
