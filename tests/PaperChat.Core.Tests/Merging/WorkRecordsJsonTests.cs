using System.Buffers;
using System.Text;
using System.Text.Json;
using PaperChat.Merging;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Merging;

public sealed class WorkRecordsJsonTests
{
    [Fact]
    public void Records_come_back_as_they_were()
    {
        var work = Records.Work(
        [
            .. Records.All,
            Records.Arxiv.With(p => p with { Abstract = "New.", Version = 3, Status = PaperStatus.Withdrawn, HoldsInstructions = true, Authors = [] }),
            Records.Entry("json", Records.Arxiv.Paper with { Body = "All pages.", Kind = PaperKind.Document, Listed = new ListedDate(null, 2, 29) }),
        ]);

        var read = WorkRecordsJson.Read(JsonDocument.Parse(Write(work)).RootElement, work.Paper);

        Assert.Equal(JsonSerializer.Serialize(work.Records), JsonSerializer.Serialize(read));
    }

    [Fact]
    public void What_a_record_shares_with_the_paper_is_not_written_twice()
    {
        var work = Records.Work(Records.Arxiv, Records.HuggingFace.With(p => p with { Abstract = Records.Abstract }));

        Assert.DoesNotContain("twelve roofs", Write(work), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[1]")]
    [InlineData("""[{"source":"a","id":"a","ids":["a"],"versions":[{"seen":"soon","format":"f","location":"l","fields":{}}]}]""")]
    public void What_is_no_record_is_reported(string json)
    {
        var paper = Records.Arxiv.Paper;

        var failure = Assert.Throws<InvalidDataException>(() => WorkRecordsJson.Read(JsonDocument.Parse(json).RootElement, paper));
        Assert.Contains(paper.Id.Value, failure.Message, StringComparison.Ordinal);
    }

    private static string Write(StoredWork work)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WorkRecordsJson.Write(json, work.Paper, work.Records);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
