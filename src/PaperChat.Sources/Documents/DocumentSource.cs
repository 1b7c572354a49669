using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Documents;

/// <summary>A whole document, which is one paper.</summary>
internal sealed class DocumentSource(string format, SourceInput input, SourceOptions options) : InputSource(format, input)
{
    private const int LongestDocument = 64 * 1024 * 1024;

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await stream.ReadToEndAsync(LongestDocument, cancellationToken) is not { } content)
        {
            yield return new SourceItem.Rejected($"The document is longer than {LongestDocument / 1024 / 1024} MB.", null, stream.BytesRead);
            yield break;
        }

        // Half a document would be taken for the whole.
        if (!stream.IsBroken)
        {
            yield return await ReadAsync(content, stream.BytesRead, cancellationToken);
        }
    }

    private async Task<SourceItem> ReadAsync(ReadOnlyMemory<byte> content, long bytesRead, CancellationToken cancellationToken)
    {
        var builder = new RecordBuilder(options);
        try
        {
            if (Format == SourceFormats.Html)
            {
                HtmlDocument.Fill(builder, TextPiece.Decode(content.Span));
            }
            else
            {
                var pages = await PagesAsync(content, cancellationToken);
                DocumentReading.Fill(builder, PageText.Paragraphs(pages), title: null);
            }
        }
        catch (PaperChatException failure)
        {
            builder.Fail($"{Location} {failure.Message}");
        }

        return builder.Build() is { } record
            ? new SourceItem.Read(record, null, bytesRead)
            : new SourceItem.Rejected(builder.Problem!, null, bytesRead);
    }

    private async Task<IReadOnlyList<string>> PagesAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (Format == SourceFormats.Text)
        {
            return TextPiece.Decode(content.Span).TrimStart('\uFEFF').Split('\f');
        }

        var extract = options.Extraction ?? PdfText.ExtractAsync;
        var pages = await extract(content, MediaTypes.Of(Format), cancellationToken);
        return pages.Any(p => !string.IsNullOrWhiteSpace(p)) ? pages
            : throw new PaperChatException("holds no text. It may be a scan: run text recognition over it first.");
    }
}
