using System.Text;
using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>The text cleaning of BERT: control characters out, spaces around ideographs, accents off, lower case; each can be off.</summary>
internal sealed class BertNormalizer(JsonElement options)
{
    private readonly bool _clean = TokenizerJson.Flag(options, "clean_text", true);
    private readonly bool _ideographs = TokenizerJson.Flag(options, "handle_chinese_chars", true);
    private readonly bool _lower = TokenizerJson.Flag(options, "lowercase", true);
    private readonly bool _accents = TokenizerJson.Flag(options, "strip_accents", TokenizerJson.Flag(options, "lowercase", true));

    public string Normalize(string text)
    {
        if (_clean || _ideographs)
        {
            text = Clean(text);
        }

        if (_accents)
        {
            text = Normalizers.Without(UnicodeNormalization.Nfd(text), UnicodeProperties.IsNonSpacingMark);
        }

        return _lower ? UnicodeProperties.ToLower(text) : text;
    }

    private string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var cleaned = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (_clean && (rune.Value == 0xFFFD || UnicodeProperties.IsControl(rune)))
            {
                continue;
            }

            if (_clean && Rune.IsWhiteSpace(rune))
            {
                cleaned.Append(' ');
            }
            else if (_ideographs && UnicodeProperties.IsIdeograph(rune))
            {
                cleaned.Append(' ').Append(rune).Append(' ');
            }
            else
            {
                cleaned.Append(rune);
            }
        }

        return cleaned.ToString();
    }
}
