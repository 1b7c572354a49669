using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.KernelMemory.AI;
using Microsoft.KernelMemory.DataFormats;
using Microsoft.KernelMemory.DataFormats.Office;
using Microsoft.KernelMemory.DataFormats.Pdf;
using Microsoft.KernelMemory.DocumentStorage.DevTools;
using Microsoft.KernelMemory.FileSystem.DevTools;
using Microsoft.KernelMemory.Handlers;
using Microsoft.KernelMemory.Pipeline;

namespace PaperChat.KernelMemory;

/// <summary>
/// Takes the text out of PDF, Word and PowerPoint documents with Kernel Memory's pipeline, in this process and in memory: its first step
/// extracts, ours takes the pages. Its partitions tell neither pages nor places in the text, so cutting, like embedding and writing, is
/// ours.
/// </summary>
public static class KernelMemoryDocuments
{
    private const string Index = "documents";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        [MimeTypes.Pdf] = FileExtensions.Pdf,
        [MimeTypes.MsWordX] = FileExtensions.MsWordX,
        [MimeTypes.MsPowerPointX] = FileExtensions.MsPowerPointX,
    };

    /// <inheritdoc cref="Ingestion.DocumentExtraction"/>
    public static async Task<IReadOnlyList<string>> ExtractAsync(ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
    {
        if (!Extensions.TryGetValue(mediaType, out var extension))
        {
            throw new PaperChatException("is a document that Kernel Memory does not read. Save it as PDF, HTML or plain text.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        var pages = new PageHandler();
        try
        {
            await RunAsync(content, "document" + extension, pages, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw new PaperChatException($"is a document that was not read within {Patience.TotalMinutes:0} minutes.", exception);
        }
#pragma warning disable CA1031 // The parsers throw whatever a damaged document makes them: one document must not end the ingestion.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            throw new PaperChatException($"is damaged, or protected by a password: {Line(exception.Message)}", exception);
        }

        // Of Word each line is a paragraph.
        return mediaType == MimeTypes.MsWordX ? [.. pages.Pages.Select(p => p.ReplaceLineEndings("\n\n"))] : pages.Pages;
    }

    private static async Task RunAsync(ReadOnlyMemory<byte> content, string name, PageHandler pages, CancellationToken cancellationToken)
    {
        // Each document has a store of its own: the volatile ones of one name are one.
        var id = Guid.NewGuid().ToString("n");
        var logs = NullLoggerFactory.Instance;
        var storage = new SimpleFileStorage(new SimpleFileStorageConfig { StorageType = FileSystemTypes.Volatile, Directory = id }, loggerFactory: logs);
        using var orchestrator = new InProcessPipelineOrchestrator(storage, [], [], new NoTextGenerator(), loggerFactory: logs);
        using var extraction = new TextExtractionHandler(PageHandler.Before, orchestrator, Decoders(logs), loggerFactory: logs);
        await orchestrator.AddHandlerAsync(extraction, cancellationToken);
        await orchestrator.AddHandlerAsync(pages.Of(orchestrator), cancellationToken);
        try
        {
            var pipeline = orchestrator.PrepareNewDocumentUpload(Index, id, []).AddUploadFile(name, name, new MemoryStream(content.ToArray(), writable: false));
            await orchestrator.RunPipelineAsync(pipeline.Then(PageHandler.Before).Then(PageHandler.Step).Build(), cancellationToken);
        }
        finally
        {
            await storage.DeleteIndexDirectoryAsync(Index, CancellationToken.None);
        }
    }

    private static IContentDecoder[] Decoders(NullLoggerFactory logs) =>
    [
        new PdfDecoder(logs), new MsWordDecoder(logs), new MsPowerPointDecoder(new MsPowerPointDecoderConfig { WithSlideNumber = false }, logs),
    ];

    private static string Line(string message) => string.Concat(message.ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));
}
