using System.Text;
using PaperChat.Ingestion;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Sources.Tests;

/// <summary>Whole documents, each one paper: title, authors, abstract and pages told apart.</summary>
public sealed class DocumentTests
{
    private const string First = """
        arXiv:2501.01234v2 [cs.RO] 3 Jan 2025

        Otters that Count:
        A Study of Tool Use

        Ada Seal1, Bo van der Reef2∗, and Cy Kelp1
        1 University of the Coast, 2 Reef Institute
        {ada,cy}@coast.example

        Abstract
        Otters open shells with stones. We count how often each otter
        changes its stone, and find that experi-
        enced animals change it half as often.

        1 Introduction

        Stones differ in weight. An otter that keeps its stone saves the time
        of a search. Earlier work looked at state-of-the-
        art stones alone.
        """;

    private const string Second = """
        Otters that Count
        2 Method
        We watched 14 otters for 60 days. Cameras stood
        2
        """;

    private const string Third = """
        Otters that Count
        at three beaches. An otter changed its stone 3.5 times a day.
        References
        [1] A. Nother. Stones. 1999.
        3
        """;

    private const string Whole = $"{First}\f{Second}\f{Third}\f{Fourth}";

    private const string Fourth = "Otters that Count\nMore\n4";

    [Fact]
    public async Task A_paper_as_plain_text_gives_title_authors_abstract_and_ids()
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes(First));

        Assert.Equal("Otters that Count: A Study of Tool Use", record.Title);
        Assert.Equal(["Ada Seal", "Bo van der Reef", "Cy Kelp"], record.Authors);
        Assert.Equal("Otters open shells with stones. We count how often each otter changes its stone, and find that experienced animals change it half as often.", record.Abstract);
        Assert.Equal(("2501.01234", 2025, PaperKind.Document), (record.Arxiv, record.Year, record.Kind));
    }

    [Fact]
    public async Task The_body_begins_after_the_abstract_and_parted_words_are_put_together()
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes(First));

        Assert.StartsWith("1 Introduction\n\nStones differ in weight.", record.Body, StringComparison.Ordinal);
        Assert.Contains("state-of-the-art stones", record.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_parted_by_form_feeds_and_a_sentence_may_go_on_over_one()
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes(Whole));

        var pages = record.Body!.Split(Paper.PageBreak);
        Assert.Equal(3, pages.Length);
        Assert.EndsWith("Cameras stood", pages[1], StringComparison.Ordinal);
        Assert.StartsWith("at three beaches.", pages[2], StringComparison.Ordinal);
        var paper = PaperNormalizer.Normalize(record, out _)!.Paper;
        Assert.Contains("Cameras stood at three beaches.", Evidence.AnalyzedPaper.Of(paper).Sentences.Select(s => s.Display));
    }

    [Fact]
    public async Task Numbers_of_pages_running_heads_and_references_are_left_out()
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes(Whole));

        Assert.DoesNotContain("Otters that Count", record.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Nother", record.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b[234]\s*$", record.Body!);
    }

    [Fact]
    public async Task A_quote_from_the_body_tells_its_page()
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes(Whole));
        var paper = PaperNormalizer.Normalize(record, out _)!.Paper;
        var start = paper.Body!.IndexOf("An otter changed", StringComparison.Ordinal);

        var quote = Answering.Quote.Of(paper, PaperField.Body, start, 43);

        Assert.Equal((3, "An otter changed its stone 3.5 times a day."), (quote.Page, quote.Text));
        Assert.Null(Answering.Quote.Of(paper, PaperField.Abstract, 0, 5).Page);
    }

    [Theory]
    [InlineData("Abstract—Kites fly. They also land.\n\nI. INTRODUCTION\nWind is air.", "Kites fly. They also land.")]
    [InlineData("ABSTRACT\nKites fly.\nKeywords: kites, wind\n1. Introduction\nWind is air.", "Kites fly.")]
    [InlineData("Abstract: Kites fly.\nIntroduction\nWind is air.", "Kites fly.")]
    [InlineData("A B S T R A C T\n\nKites fly.\n\nThey land.\n\nIndex Terms—kites\nWind is air.", "Kites fly.\n\nThey land.")]
    public async Task An_abstract_is_found_however_it_is_headed(string text, string expected)
    {
        var record = await ReadAsync(Encoding.UTF8.GetBytes("On Kites\n\n" + text));

        Assert.Equal(("On Kites", expected), (record.Title, record.Abstract));
        Assert.Contains("Wind is air.", record.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("kites, wind", record.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada Seal, Bo Reef and Cy Kelp")]
    [InlineData("Ada Seal1 Bo Reef2,3 Cy Kelp")]
    [InlineData("Ada Seal∗ & Bo Reef† · Cy Kelp‡")]
    [InlineData("Ada Seal1,2\nBo Reef1\nCy Kelp3\n1 Institute of Kites")]
    public async Task Names_are_parted_by_commas_marks_and_lines(string lines) =>
        Assert.Equal(["Ada Seal", "Bo Reef", "Cy Kelp"], (await ReadAsync(Encoding.UTF8.GetBytes($"On Kites\n\n{lines}\n\nAbstract\nKites fly.\n"))).Authors);

    [Theory]
    [InlineData("University of Somewhere, Department of Kites")]
    [InlineData("We thank everybody, and all others")]
    [InlineData("ada@coast.example, bo@reef.example")]
    public async Task What_is_no_list_of_names_gives_no_authors(string line) =>
        Assert.Empty((await ReadAsync(Encoding.UTF8.GetBytes($"On Kites\n\n{line}\n\nAbstract\nKites fly.\n"))).Authors);

    [Fact]
    public async Task Text_without_the_headings_of_a_paper_is_read_when_the_format_is_named()
    {
        var record = await ReadAsync("Notes on kites\n\nA kite needs wind. The wind at the lake is steady in the afternoon, and so the kites are flown there by everyone who can come.\n"u8.ToArray(),
            new SourceOptions { Format = SourceFormats.Text });

        Assert.Equal(("Notes on kites", ""), (record.Title, record.Abstract));
        Assert.StartsWith("A kite needs wind.", record.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_HTML_is_read_by_what_it_states_and_by_its_headings()
    {
        var record = await ReadAsync("""
            <html><head><title>Kites | Journal</title><meta name="citation_title" content="On Kites &amp; Wind"><meta name="citation_author" content="Seal, Ada">
            <meta name="citation_author" content="Bo Reef"><meta name="citation_doi" content="10.5555/kites.1"><meta name="citation_publication_date" content="2023/05/06">
            <meta name="citation_journal_title" content="Journal of Kites"></head>
            <body><nav>Home Login</nav><h1>On Kites &amp; Wind</h1><p>Ada Seal, Bo Reef</p><h2>Abstract</h2><p>Kites fly in <i>wind</i>.</p>
            <h2>1 Setup</h2><p>We flew 12 kites.</p><h2>References</h2><p>[1] Old kites.</p><footer>Imprint</footer></body></html>
            """u8.ToArray());

        Assert.Equal(("On Kites & Wind", "Kites fly in wind.", "10.5555/kites.1", 2023, "Journal of Kites"), (record.Title, record.Abstract, record.Doi, record.Year, record.Venue));
        Assert.Equal(["Seal, Ada", "Bo Reef"], record.Authors);
        Assert.Equal("1 Setup\n\nWe flew 12 kites.", record.Body);
    }

    [Fact]
    public async Task A_PDF_is_read_page_by_page_through_pdftotext()
    {
        Assert.SkipUnless(OnPath("pdftotext"), "Needs pdftotext of poppler.");

        var record = await ReadAsync(TestDocuments.Pdf(First.Replace("∗", "", StringComparison.Ordinal), Second, Third, Fourth));

        Assert.Equal("Otters that Count: A Study of Tool Use", record.Title);
        Assert.Equal(["Ada Seal", "Bo van der Reef", "Cy Kelp"], record.Authors);
        Assert.EndsWith("half as often.", record.Abstract, StringComparison.Ordinal);
        Assert.Equal(3, record.Body!.Split(Paper.PageBreak).Length);
    }

    [Fact]
    public async Task A_damaged_PDF_is_reported_with_its_name()
    {
        Assert.SkipUnless(OnPath("pdftotext"), "Needs pdftotext of poppler.");

        var reason = await RejectionAsync("%PDF-1.7\nnothing of the kind"u8.ToArray());

        Assert.Contains("input is a PDF document that pdftotext cannot read", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_that_reads_them_Word_and_PowerPoint_say_what_does()
    {
        Assert.Contains("full-stack build", await RejectionAsync(TestDocuments.Word("On Kites")), StringComparison.Ordinal);
        Assert.Contains("full-stack build", await RejectionAsync(TestDocuments.PowerPoint("On Kites")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_extraction_takes_the_place_of_the_programs_own()
    {
        var types = new List<string>();
        var options = new SourceOptions
        {
            Extraction = (_, mediaType, _) =>
            {
                types.Add(mediaType);
                return Task.FromResult<IReadOnlyList<string>>([First]);
            },
        };

        Assert.Equal("Otters that Count: A Study of Tool Use", (await ReadAsync(TestDocuments.Word("x"), options)).Title);
        Assert.Equal("Otters that Count: A Study of Tool Use", (await ReadAsync("%PDF-1.7"u8.ToArray(), options)).Title);
        Assert.Equal(2, types.Distinct().Count());
    }

    [Fact]
    public async Task A_document_without_text_is_taken_for_a_scan()
    {
        var options = new SourceOptions { Extraction = (_, _, _) => Task.FromResult<IReadOnlyList<string>>(["", " \n"]) };

        Assert.Contains("may be a scan", await RejectionAsync("%PDF-1.7"u8.ToArray(), options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_PDF_is_not_read_as_another_format() =>
        Assert.Contains("is a PDF document, whatever --format says", (await Assert.ThrowsAsync<SourceException>(() => SourceReading.ReadBytesAsync("%PDF-1.7"u8.ToArray(), new SourceOptions { Format = SourceFormats.Text }))).Message, StringComparison.Ordinal);

    private static async Task<SourceRecord> ReadAsync(byte[] document, SourceOptions? options = null) =>
        Assert.Single((await SourceReading.ReadBytesAsync(document, options)).OfType<SourceItem.Read>()).Record;

    private static async Task<string> RejectionAsync(byte[] document, SourceOptions? options = null) =>
        Assert.Single((await SourceReading.ReadBytesAsync(document, options)).OfType<SourceItem.Rejected>()).Reason;

    private static bool OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
