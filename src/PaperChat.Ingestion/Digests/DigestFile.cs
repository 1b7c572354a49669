using PaperChat.Hosting;

namespace PaperChat.Ingestion.Digests;

/// <summary>Writes digests into a file, in the form that its ending names. A reader of the file sees it before or after, never in between.</summary>
internal static class DigestFile
{
    private const string Forms = ".md, .html or .atom";

    /// <summary>The full path of a file that can hold digests.</summary>
    /// <exception cref="UsageException">Its ending names no form, or it is no path.</exception>
    public static string Check(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var full = Path.GetFullPath(path);
            return FormOf(full) is not null ? full : throw new UsageException($"--out takes a file that ends in {Forms}, not '{TerminalText.Line(path)}'.");
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new UsageException($"--out is not a path: {TerminalText.Line(path)}", exception);
        }
    }

    /// <param name="path">The file.</param>
    /// <param name="subscription">The id of the subscription.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="digests">The digests that the file shows, newest first.</param>
    /// <param name="cancellationToken">Stops; the old file stays then.</param>
    /// <exception cref="PaperChatException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, string subscription, string title, IReadOnlyList<OutgoingDigest> digests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        var pages = digests.Where(d => d.Content is not null).Select(d => (Digest: d, Page: DigestPage.Of(d.Content!, d.Period))).ToArray();
        var text = FormOf(path) switch
        {
            ".html" => DigestHtml.WritePage(title, [.. pages.Select(p => p.Page)], null),
            ".atom" => DigestAtom.Write(subscription, title, pages),
            _ => DigestMarkdown.Write([.. pages.Select(p => p.Page)]),
        };
        var written = path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(written, text, cancellationToken);
            File.Move(written, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PaperChatException($"The file {path} cannot be written: {exception.Message}", exception, isTransient: true);
        }
    }

    private static string? FormOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => ".md",
        ".html" or ".htm" => ".html",
        ".atom" or ".xml" => ".atom",
        _ => null,
    };
}
