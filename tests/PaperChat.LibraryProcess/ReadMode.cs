using System.Globalization;
using PaperChat.Embedded;
using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.LibraryProcess;

/// <summary>
/// Opens a library once, and for each line of the input searches for its words and writes the ids found and the number of papers,
/// or the message of the exception.
/// </summary>
internal static class ReadMode
{
    public static async Task RunAsync(string folder, TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        EmbeddedLibrary? library = null;
        while (await input.ReadLineAsync(cancellationToken) is { } words)
        {
            try
            {
                library ??= await EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, cancellationToken);
                await output.WriteLineAsync((await AnswerAsync(library, words, cancellationToken)).AsMemory(), cancellationToken);
            }
            catch (LibraryException e)
            {
                await output.WriteLineAsync($"error: {e.Message}".AsMemory(), cancellationToken);
            }

            await output.FlushAsync(cancellationToken);
        }

        await (library?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static async Task<string> AnswerAsync(EmbeddedLibrary library, string words, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Terms = [.. TextAnalyzer.Analyze(words).Select(t => new WeightedTerm(t.Term))], Limit = 1000 };
        var found = (await library.SearchAsync(request, cancellationToken)).Lexical;
        var papers = await library.GetAsync([.. found.Select(c => c.Paper)], cancellationToken);
        var listed = 0;
        await foreach (var paper in library.ListAsync(SearchFilters.None, cancellationToken))
        {
            listed++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', papers.Select(p => p.Id.Value))} of {listed}");
    }
}
