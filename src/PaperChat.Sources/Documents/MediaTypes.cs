namespace PaperChat.Sources.Documents;

/// <summary>The registered media types of documents that are no text.</summary>
internal static class MediaTypes
{
    public const string Pdf = "application/pdf";

    public static string Of(string format) => format switch
    {
        SourceFormats.Pdf => Pdf,
        SourceFormats.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        SourceFormats.PowerPoint => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such document."),
    };
}
