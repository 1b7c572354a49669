namespace PaperChat.Text;

/// <summary>
/// An analysed term with the UTF-16 range it came from. <see cref="Position"/> counts words of the text, stop words included, so
/// that phrases keep their gaps; a compound ("pretrain" of "pre-training") shares the position of its first part.
/// </summary>
public readonly record struct Token(string Term, int Start, int Length, int Position);
