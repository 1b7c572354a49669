namespace PaperChat.Merging;

/// <summary>
/// Who wrote the record of a paper, in the order in which titles and abstracts are believed: whoever is nearer to the authors' own text
/// comes first.
/// </summary>
public enum RecordOrigin
{
    Arxiv,

    /// <summary>A publisher's own catalogue.</summary>
    Publisher,

    OpenAlex,

    SemanticScholar,

    HuggingFace,

    /// <summary>JSON, CSV and whatever else says nothing of where it comes from.</summary>
    DataFile,

    /// <summary>Reference lists, mostly typed or exported in part.</summary>
    Bibliography,

    /// <summary>Pages and lists for readers, which shorten and retell; documents, whose title and authors are guessed.</summary>
    Page,
}
