namespace PaperChat.Text;

/// <summary>Letters that LaTeX writes as an accent command and a letter: <c>\"o</c>, <c>\'{e}</c>, <c>\c{c}</c>.</summary>
internal static class LatexAccents
{
    // Each row: the accent's command, the combining mark (for letters that have no character of their own), letter pairs.
    private static readonly (string Command, char Mark, string Pairs)[] Rows =
    [
        ("`", '\u0300', "aàeèiìoòuùnǹAÀEÈIÌOÒUÙNǸ"),
        ("'", '\u0301', "aáeéiíoóuúyýcćnńsśzźlĺrŕgǵAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔ"),
        ("^", '\u0302', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷAÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶ"),
        ("~", '\u0303', "aãnñoõiĩuũeẽyỹvṽAÃNÑOÕIĨUŨEẼYỸVṼ"),
        ("\"", '\u0308', "aäeëiïoöuüyÿAÄEËIÏOÖUÜYŸ"),
        ("=", '\u0304', "aāeēiīoōuūAĀEĒIĪOŌUŪ"),
        (".", '\u0307', "cċeėgġzżIİaȧxẋyẏCĊEĖGĠZŻXẊ"),
        ("u", '\u0306', "aăgğiĭoŏuŭeĕAĂGĞIĬOŎUŬEĔ"),
        ("v", '\u030C', "cčdďeěnňrřsštťzžgǧaǎiǐoǒuǔCČDĎEĚNŇRŘSŠTŤZŽGǦAǍ"),
        ("H", '\u030B', "oőuűOŐUŰ"),
        ("c", '\u0327', "cçsştţeȩCÇSŞTŢ"),
        ("k", '\u0328', "aąeęiįuųoǫAĄEĘIĮUŲOǪ"),
        ("r", '\u030A', "aåuůAÅUŮ"),
        ("d", '\u0323', "aạeẹhḥiịoọsṣtṭuụ"),
        ("b", '\u0331', ""),
    ];

    private static readonly (string Command, string Accent)[] MathNames =
    [
        ("tilde", "~"), ("widetilde", "~"), ("Tilde", "~"), ("hat", "^"), ("widehat", "^"), ("Hat", "^"), ("bar", "="), ("dot", "."),
        ("ddot", "\""), ("acute", "'"), ("grave", "`"), ("check", "v"), ("breve", "u"),
    ];

    /// <summary>The text accent that a math command such as <c>\tilde</c> sets; null when it is none.</summary>
    public static string? OfMath(string command)
    {
        foreach (var (name, accent) in MathNames)
        {
            if (name == command)
            {
                return accent;
            }
        }

        return null;
    }

    public static bool IsAccent(string command) => IndexOf(command) >= 0;

    /// <summary>The letter with its accent: one character where Unicode has it, else the letter and a combining mark.</summary>
    public static string Compose(string accent, char letter)
    {
        var row = Rows[IndexOf(accent)];
        var plain = letter switch { 'ı' => 'i', 'ȷ' => 'j', _ => letter };
        for (var i = 0; i < row.Pairs.Length; i += 2)
        {
            if (row.Pairs[i] == plain)
            {
                return row.Pairs[i + 1].ToString();
            }
        }

        return string.Concat([plain, row.Mark]);
    }

    /// <summary>The accent's command and the plain letter of which <see cref="Compose"/> makes a character; null for all others.</summary>
    public static (string Command, char Letter)? Decompose(char letter)
    {
        foreach (var (command, _, pairs) in Rows)
        {
            for (var i = 1; i < pairs.Length; i += 2)
            {
                if (pairs[i] == letter)
                {
                    return (command, pairs[i - 1]);
                }
            }
        }

        return null;
    }

    /// <summary>The command of the accent that a combining mark sets on the letter before it; null for other marks.</summary>
    public static string? OfMark(char mark)
    {
        var row = Array.FindIndex(Rows, r => r.Mark == mark);
        return row < 0 ? null : Rows[row].Command;
    }

    private static int IndexOf(string command) => Array.FindIndex(Rows, r => r.Command == command);
}
