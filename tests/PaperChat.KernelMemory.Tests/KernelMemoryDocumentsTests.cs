using PaperChat.TestSupport;

namespace PaperChat.KernelMemory.Tests;

/// <summary>The pages that Kernel Memory's pipeline takes out of documents.</summary>
public sealed class KernelMemoryDocumentsTests
{
    private const string Pdf = "application/pdf";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_a_PDF_come_in_their_order_an_empty_one_included()
    {
        var pages = await KernelMemoryDocuments.ExtractAsync(TestDocuments.Pdf("Moles dig.\nThey dig deep.", "", "Moles rest."), Pdf, Token);

        Assert.Equal(3, pages.Count);
        Assert.Contains("They dig deep.", pages[0], StringComparison.Ordinal);
        Assert.True(string.IsNullOrWhiteSpace(pages[1]));
        Assert.Contains("Moles rest.", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Word_document_has_the_pages_that_it_was_last_laid_out_in()
    {
        var pages = await KernelMemoryDocuments.ExtractAsync(TestDocuments.Word("Moles dig.", "\fMoles rest."), Word, Token);

        Assert.Equal(["Moles dig.", "Moles rest."], pages.Select(p => p.Trim()));
    }

    [Fact]
    public async Task A_slide_of_a_presentation_is_a_page()
    {
        var pages = await KernelMemoryDocuments.ExtractAsync(TestDocuments.PowerPoint("Moles\nA talk", "They dig."), PowerPoint, Token);

        Assert.Equal(["Moles A talk", "They dig."], pages.Select(p => p.Trim()));
    }

    [Theory]
    [InlineData(Pdf)]
    [InlineData(Word)]
    [InlineData(PowerPoint)]
    public async Task A_damaged_document_is_told_in_words_and_leaves_the_next_one_alone(string mediaType)
    {
        var failure = await Assert.ThrowsAsync<PaperChatException>(() => KernelMemoryDocuments.ExtractAsync("%PDF-1.7 and nothing else"u8.ToArray(), mediaType, Token));

        Assert.StartsWith("is damaged", failure.Message, StringComparison.Ordinal);
        Assert.Single(await KernelMemoryDocuments.ExtractAsync(TestDocuments.Pdf("Moles dig."), Pdf, Token));
    }

    [Fact]
    public async Task Another_media_type_is_refused() =>
        Assert.Contains("does not read", (await Assert.ThrowsAsync<PaperChatException>(() => KernelMemoryDocuments.ExtractAsync(new byte[9], "image/png", Token))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Documents_that_are_read_at_once_do_not_mix()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"Mole {i} digs.").ToArray();

        var pages = await Task.WhenAll(names.Select(n => KernelMemoryDocuments.ExtractAsync(TestDocuments.Pdf(n), Pdf, Token)));

        Assert.Equal(names, pages.Select(p => p[0].Trim()));
    }

    [Fact]
    public async Task A_cancelled_extraction_ends()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => KernelMemoryDocuments.ExtractAsync(TestDocuments.Pdf("Moles dig."), Pdf, cancelled.Token));
    }
}
