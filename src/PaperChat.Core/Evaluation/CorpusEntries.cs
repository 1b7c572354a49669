using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>Makes library entries of a collection's documents.</summary>
public static class CorpusEntries
{
    /// <summary>
    /// The entry of a document: its <c>_id</c> as the paper's id, no aliases (so that nothing is merged), and title and text as
    /// they stand, in one chunk.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="location">The corpus file, as the user named it.</param>
    public static PaperEntry Of(BeirDocument document, string location)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new PaperEntry
        {
            Paper = new Paper { Id = new PaperId(document.Id), Title = document.Title, Abstract = document.Text },
            Chunks = [new Chunk(0, PaperField.Abstract, 0, document.Text.Length)],
            Provenance = new Provenance("beir", location, document.Line),
            Aliases = null,
        };
    }
}
