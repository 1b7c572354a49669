using PaperChat.Answering;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.Sources;
using PaperChat.TestSupport;

namespace PaperChat.KernelMemory.Tests;

/// <summary>Documents on their way from a file to a citation with its page.</summary>
public sealed class DocumentIngestionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Formats() => ["pdf", "docx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task An_answer_from_the_body_of_a_document_cites_its_page_and_offsets(string format)
    {
        // A page of PDF does not tell a title that goes on from a name that stands alone on the next line.
        string[] authors = format == "pdf" ? ["Ida Mole, Jo Vole"] : ["Ida Mole", "Jo Vole"];
        string[] first = ["Moles that Map their Tunnels", .. authors, "Institute of Soil", "Abstract", "Moles find their way in the dark. We follow eleven moles with small senders.", "1 Introduction", "Tunnels are long."];
        string[] second = ["2 Results", "A mole remembers 240 metres of tunnel for three weeks."];
        await WriteAsync(format, format == "pdf"
            ? TestDocuments.Pdf(string.Join("\n", first), string.Join("\n", second))
            : TestDocuments.Word([.. first, "\f" + second[0], second[1]]));

        await using var library = await IngestAsync();
        var answer = await AskAsync(library, "For how long does a mole remember its tunnel?");

        var citation = Assert.Single(answer.Citations);
        Assert.Equal(("Moles that Map their Tunnels", PaperKind.Document), (citation.Paper.Title, citation.Paper.Kind));
        Assert.Equal(["Ida Mole", "Jo Vole"], citation.Paper.Authors);
        var quote = Assert.Single(citation.Quotes, q => q.Field == PaperField.Body);
        Assert.Equal((2, "A mole remembers 240 metres of tunnel for three weeks."), (quote.Page, quote.Text));
        Assert.Equal(quote.Text, citation.Paper.Body![quote.Start..quote.End]);
    }

    [Fact]
    public async Task A_slide_is_cited_as_a_page()
    {
        await WriteAsync("pptx", TestDocuments.PowerPoint("Moles that Map", "A mole remembers 240 metres of tunnel for three weeks."));

        await using var library = await IngestAsync();
        var answer = await AskAsync(library, "For how long does a mole remember its tunnel?");

        Assert.Equal(2, Assert.Single(answer.Citations).Quotes.Single(q => q.Field == PaperField.Body).Page);
    }

    [Fact]
    public async Task A_damaged_document_costs_no_other()
    {
        await WriteAsync("broken.pdf", "%PDF-1.7 no more"u8.ToArray());
        await WriteAsync("good.pdf", TestDocuments.Pdf("Moles that Map\n\nAbstract\nMoles find their way in the dark.\n\n1 Introduction\nTunnels are long."));
        var rejections = new List<string>();

        await using var library = await IngestAsync(rejections.Add);

        Assert.Equal(1, (await library.GetStateAsync(Token)).Papers);
        Assert.Contains("broken.pdf is damaged", Assert.Single(rejections), StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, byte[] document) => File.WriteAllBytesAsync(_folder.File("input." + name), document, Token);

    private async Task<InMemoryPaperLibrary> IngestAsync(Action<string>? rejected = null)
    {
        var library = new InMemoryPaperLibrary();
        await using var writer = library.OpenWriter();
        var sources = await new SourceFinder(new SourceOptions { Extraction = KernelMemoryDocuments.ExtractAsync }).FindAsync([_folder.Path], null, Token);
        var options = new IngestionOptions { Input = _folder.Path, Rejected = r => rejected?.Invoke(r.Reason) };
        await new IngestionPipeline(writer, TimeProvider.System).RunAsync(sources, options, Token);
        return library;
    }

    private static async Task<Answer> AskAsync(InMemoryPaperLibrary library, string question) =>
        (await new AnswerPipeline(library, TimeProvider.System).AskAsync(new Question { Text = question }, Token).ToListAsync(Token)).OfType<AnswerCompleted>().Single().Answer;
}
