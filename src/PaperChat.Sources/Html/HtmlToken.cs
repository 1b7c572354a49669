namespace PaperChat.Sources.Html;

/// <summary>A tag (<see cref="Name"/> in lower case) or, where the name is empty, a text with its entities decoded.</summary>
internal readonly record struct HtmlToken(string Name, bool IsEnd, string Text, IReadOnlyDictionary<string, string> Attributes, int Line);
