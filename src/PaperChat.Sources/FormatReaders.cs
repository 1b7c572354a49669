using PaperChat.Ingestion;
using PaperChat.Sources.AclAnthology;
using PaperChat.Sources.Arxiv;
using PaperChat.Sources.Bibtex;
using PaperChat.Sources.CslJson;
using PaperChat.Sources.Csv;
using PaperChat.Sources.DailyPapers;
using PaperChat.Sources.Documents;
using PaperChat.Sources.HuggingFace;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Json;
using PaperChat.Sources.Markdown;
using PaperChat.Sources.OpenAlex;
using PaperChat.Sources.Ris;
using PaperChat.Sources.SemanticScholar;

namespace PaperChat.Sources;

/// <summary>The reader of each format.</summary>
internal static class FormatReaders
{
    /// <param name="format">One of <see cref="SourceFormats.All"/>.</param>
    /// <param name="input">Looked at already.</param>
    /// <param name="options">What the user says over what the input says.</param>
    public static IPaperSource Open(string format, SourceInput input, SourceOptions options) => format switch
    {
        SourceFormats.DailyPapers => new DailyPapersPageSource(input, options),
        SourceFormats.DailyPapersHtml => new DailyPapersHtmlSource(input, options),
        SourceFormats.ArxivAtom => new ArxivAtomSource(input, options),
        SourceFormats.ArxivOai => new ArxivOaiSource(input, options),
        SourceFormats.AclXml => new AclAnthologySource(input, options),
        SourceFormats.Csv => new CsvSource(input, options),
        SourceFormats.Markdown => new MarkdownSource(input, options),
        SourceFormats.Bibtex => new BibtexSource(input, options),
        SourceFormats.Ris => new RisSource(input, options),
        SourceFormats.HuggingFace => Json(format, input, options, HuggingFaceRecord.Reader),
        SourceFormats.ArxivSnapshot => Json(format, input, options, ArxivSnapshotRecord.Reader),
        SourceFormats.OpenAlex => Json(format, input, options, OpenAlexRecord.Reader),
        SourceFormats.SemanticScholar => Json(format, input, options, SemanticScholarRecord.Reader),
        SourceFormats.CslJson => Json(format, input, options, CslRecord.Reader),
        SourceFormats.Pdf or SourceFormats.Word or SourceFormats.PowerPoint or SourceFormats.Html or SourceFormats.Text => new DocumentSource(format, input, options),
        SourceFormats.JsonLines or SourceFormats.Json => Json(format, input, options, JsonRecord.Read),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No format of this name."),
    };

    private static JsonRecordSource Json(string format, SourceInput input, SourceOptions options, JsonRecordReader read) => new(format, input, options, read);
}
