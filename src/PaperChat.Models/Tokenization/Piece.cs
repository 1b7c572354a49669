namespace PaperChat.Models.Tokenization;

/// <summary>A part of a text on its way to tokens. <paramref name="First"/>: it begins where the original text begins.</summary>
internal readonly record struct Piece(ReadOnlyMemory<char> Text, bool First);
