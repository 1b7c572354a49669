namespace PaperChat.Embedded.Index;

/// <summary>
/// The parts of a segment file. A file is a header (magic, format version, and for each section its offset, length and CRC-32C;
/// a CRC-32C of all that), then the sections, each at a multiple of 8 bytes. Numbers are little-endian. "Table" is a sorted list
/// of texts: where each begins (int32, one more than texts), then their UTF-8 bytes.
/// </summary>
internal enum SegmentSection
{
    /// <summary>int64 a paper: its key in the catalogue. Papers count from 0 in this order.</summary>
    PaperKeys,

    /// <summary>Where each paper's id begins (int32, one more than papers), and the ids as UTF-8.</summary>
    PaperIdOffsets,
    PaperIdBytes,

    /// <summary>int32 a paper: the papers in the order of their ids.</summary>
    PapersById,

    /// <summary>int32 a paper: the year, 0 when unknown.</summary>
    PaperYears,

    /// <summary>int32 a paper: the listed date as year * 10000 + month * 100 + day, 0 when unknown, year 0 when without one.</summary>
    PaperListed,

    /// <summary>byte a paper: its kind.</summary>
    PaperKinds,

    /// <summary>int32 a document (a chunk with its paper's title): the paper, the chunk's ordinal, the number of terms.</summary>
    DocumentPapers,
    DocumentOrdinals,
    DocumentLengths,

    /// <summary>byte a document: the chunk's field.</summary>
    DocumentFields,

    /// <summary>Table of terms; a <see cref="TermEntry"/> each; and what those point to.</summary>
    TermOffsets,
    TermBytes,
    TermEntries,
    Postings,

    /// <summary>Table of surface words (lower case, not stemmed), and int32 each: the documents that hold it.</summary>
    WordOffsets,
    WordBytes,
    WordCounts,

    /// <summary>Tables of distinct values, each with a list of papers: where it begins (int32, one more), then varint gaps.</summary>
    VenueOffsets,
    VenueBytes,
    VenueListOffsets,
    VenueLists,
    CategoryOffsets,
    CategoryBytes,
    CategoryListOffsets,
    CategoryLists,
    AuthorOffsets,
    AuthorBytes,
    AuthorListOffsets,
    AuthorLists,

    /// <summary>Table of the words of authors' names, each with a list of authors (numbers in the table of authors).</summary>
    NameOffsets,
    NameBytes,
    NameListOffsets,
    NameLists,

    /// <summary>int64: the sum of the documents' lengths, whose mean the impacts of the blocks are made with.</summary>
    TotalLength,

    /// <summary>Not a section: their number.</summary>
    Count,
}
