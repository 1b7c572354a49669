namespace PaperChat.Text;

/// <summary>
/// Latin letters without their accents, from a table: the program runs in the invariant culture, whose
/// <see cref="string.Normalize()"/> leaves other text than ASCII as it is.
/// </summary>
internal static class AccentFolding
{
    // Each row: the plain letter, then the lower-case letters that Unicode decomposes to it (NFKD, marks dropped).
    private static readonly string[] Rows =
    [
        "aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dďḋḍḏḑḓ",
        "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖ",
        "iìíîïĩīĭįǐȉȋḭḯỉị",
        "jĵǰ",
        "kķǩḱḳḵ",
        "lĺļľḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
        "pṕṗ",
        "rŕŗřȑȓṙṛṝṟ",
        "sśŝşšſșṡṣṥṧṩẛ",
        "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷȳẏẙỳỵỷỹ",
        "zźżžẑẓẕ",
    ];

    private static readonly Dictionary<char, string> Longer = new()
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['þ'] = "th",
        ['ł'] = "l",
        ['ı'] = "i",
        ['ħ'] = "h",
        ['ŋ'] = "ng",
        ['ſ'] = "s",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['ﬀ'] = "ff",
        ['ﬃ'] = "ffi",
        ['ﬄ'] = "ffl",
    };

    private static readonly char[] Table = Build();

    /// <summary>The folded form of one lower-case letter, when it folds to a single one; else the letter itself.</summary>
    public static char Fold(char letter) => letter < 0xC0 || letter >= Table.Length ? letter : Table[letter];

    /// <summary>The folded form of a letter that becomes two or three; null for all others.</summary>
    public static string? FoldLonger(char letter) => letter < 0xC0 ? null : Longer.GetValueOrDefault(letter);

    private static char[] Build()
    {
        var table = new char[0x1F00];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)i;
        }

        foreach (var row in Rows)
        {
            foreach (var letter in row.AsSpan(1))
            {
                table[letter] = row[0];
            }
        }

        foreach (var (letter, plain) in Longer)
        {
            if (plain.Length == 1)
            {
                table[letter] = plain[0];
            }
        }

        return table;
    }
}
