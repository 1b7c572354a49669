namespace PaperChat.Questions;

/// <summary>American spellings of British words and the other way round, by their endings.</summary>
internal static class SpellingVariants
{
    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"), ("ising", "izing"),
        ("yse", "yze"), ("yses", "yzes"), ("ysed", "yzed"), ("ysing", "yzing"), ("our", "or"), ("ours", "ors"), ("oured", "ored"),
        ("ouring", "oring"), ("ourable", "orable"), ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("tre", "ter"),
        ("tres", "ters"), ("ogue", "og"), ("ogues", "ogs"), ("ence", "ense"), ("aeroplane", "airplane"),
    ];

    /// <summary>The other spellings of a lower-case word, whether or not they exist.</summary>
    public static IEnumerable<string> Of(string word)
    {
        foreach (var (british, american) in Endings)
        {
            if (word.Length > british.Length + 2 && word.EndsWith(british, StringComparison.Ordinal))
            {
                yield return string.Concat(word.AsSpan(0, word.Length - british.Length), american);
            }
            else if (word.Length > american.Length + 2 && word.EndsWith(american, StringComparison.Ordinal))
            {
                yield return string.Concat(word.AsSpan(0, word.Length - american.Length), british);
            }
        }
    }
}
