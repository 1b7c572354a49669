namespace PaperChat.Text;

/// <summary>A word of a text: lower case, accents folded, and the UTF-16 range of the analysed text that it came from.</summary>
public readonly record struct Word(string Text, int Start, int Length);
