using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PaperChat.Sources.Documents;

/// <summary>
/// Takes the text out of PDF documents with <c>pdftotext</c> of poppler, where it is installed: it parts the pages by form feeds. The
/// document goes through a file of its own, since older versions read no standard input.
/// </summary>
internal static class PdfText
{
    private const string Program = "pdftotext";
    private const int MostCharacters = 20_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="PaperChatException">The program is not there or cannot read the document, or the document is none.</exception>
    public static async Task<IReadOnlyList<string>> ExtractAsync(ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancellationToken)
    {
        if (mediaType != MediaTypes.Pdf)
        {
            throw new PaperChatException("is read by the full-stack build alone (docs/full-stack.md). Save it as PDF, HTML or plain text.");
        }

        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            using var process = Start(path);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Patience);
            try
            {
                return await ReadAsync(process, patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                cancellationToken.ThrowIfCancellationRequested();
                throw new PaperChatException($"is a PDF document that {Program} did not read within {Patience.TotalMinutes:0} minutes.");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var text = new StringBuilder();
        var buffer = new char[32 * 1024];
        for (var count = 1; count > 0;)
        {
            count = await process.StandardOutput.ReadAsync(buffer, cancellationToken);
            text.Append(buffer, 0, count);
            if (text.Length > MostCharacters)
            {
                process.Kill(entireProcessTree: true);
                throw new PaperChatException($"is a PDF document of more than {MostCharacters / 1_000_000} million characters.");
            }
        }

        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? text.ToString().Split('\f')
            : throw new PaperChatException($"is a PDF document that {Program} cannot read: {Line(await errors)}");
    }

    private static Process Start(string path)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };

        // In the order in which the document writes its text: by their places on the page, lines of two columns get mixed.
        foreach (var argument in new[] { "-raw", "-enc", "UTF-8", path, "-" })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PaperChatException($"is a PDF document, which is read through {Program}, and that is not installed. Install poppler (Debian and Ubuntu: poppler-utils), or use the full-stack build (docs/full-stack.md).");
        }
    }

    private static string Line(string text)
    {
        var line = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "it does not say why.";
        return string.Concat(line.Where(c => !char.IsControl(c)));
    }
}
