namespace PaperChat.Embedded.Catalogue;

/// <summary>
/// What the codes 0 to 254 of a packed text stand for, see <see cref="TextPacking"/>: pieces of one to eight ASCII characters that are
/// frequent in abstracts and in the details of papers, found by <c>tools/text-codes/train.py</c>. A part of the catalogue's format: it
/// never changes, since libraries hold texts that were packed with it.
/// </summary>
internal static class TextSymbols
{
    public static readonly string[] All =
    [
        " ", " a", " and ", " b", " c", " com", " con", " d", " e", " f", " for", " i", " in ", " int", " is ", " l", " m",
        " model", " o", " of ", " of the ", " on ", " p", " pro", " propose", " r", " s", " t", " that ", " the ", " to ",
        " with ", "\"", "\",\"", "$", "(", ")", ",", ", ", ", and ", ", we", "-", "-based ", ".", ". ", ". The", ". We ", "/",
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ":", "A", "B", "C", "D", "E", "F", "G", "H", "I", "K", "L", "M", "N",
        "O", "P", "R", "S", "T", "U", "V", "W", "X", "[", "\\", "]", "_", "a", "a ", "ab", "ac", "ai", "al", "an", "ance",
        "and ", "ap", "ar", "as", "at", "ation", "ation ", "ations", "b", "ble", "c", "ca", "ce", "ch", "co", "com", "ct",
        "ction ", "d", "d ", "de", "di", "e", "e ", "ea", "ec", "ed", "el", "em", "en", "ent ", "entation", "er", "es", "et",
        "ex", "f", "fi", "for", "for ", "formatio", "g", "ge", "genera", "h", "ha", "he", "hi", "his ", "ho", "i", "ic", "ical",
        "ie", "im", "in", "ing ", "ing the ", "ion", "ion ", "is", "it", "ive ", "j", "k", "l", "l ", "la", "le", "li", "lity ",
        "lo", "ly", "m", "ma", "me", "ment", "mode", "n", "n ", "na", "nce", "nd", "ne", "ng", "ning", "no", "ns", "nt", "o",
        "of", "of the", "on", "or", "ou", "p", "pa", "pe", "per", "perform", "pl", "po", "pres", "pro", "proac", "q", "r", "r ",
        "ra", "rate", "re", "ri", "ro", "rs", "s", "s ", "s and ", "s, ", "s. ", "se", "si", "ss", "st", "su", "t", "t ", "ta",
        "te", "th", "that", "the ", "ti", "tic", "ting", "tion", "tive", "to", "tr", "ts", "ture", "ty ", "u", "ua", "ul",
        "ulti", "un", "ur", "us", "ut", "v", "ve", "vi", "w", "with", "work", "x", "y", "y ", "z", "zation ", "{", "}",
    ];
}
