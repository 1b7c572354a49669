namespace PaperChat.Sources.Markdown;

/// <summary>A link of a line: its label without emphasis, and where it leads.</summary>
internal readonly record struct MarkdownLink(string Label, string Address);
