using System.Text;
using System.Text.Json;

namespace PaperChat.Models.Tokenization;

/// <summary>The <c>normalizer</c> of a tokenizer, as one function from text to text.</summary>
internal static class Normalizers
{
    public static Func<string, string> Read(JsonElement? part)
    {
        if (part is not { } normalizer)
        {
            return text => text;
        }

        return TokenizerJson.Type(normalizer) switch
        {
            "Sequence" => InTurn([.. normalizer.GetProperty("normalizers").EnumerateArray().Select(n => Read(n))]),
            "BertNormalizer" => new BertNormalizer(normalizer).Normalize,
            "Lowercase" => UnicodeProperties.ToLower,
            "NFC" => UnicodeNormalization.Nfc,
            "NFD" => UnicodeNormalization.Nfd,
            "NFKC" => UnicodeNormalization.Nfkc,
            "NFKD" => UnicodeNormalization.Nfkd,
            "StripAccents" => text => Without(text, UnicodeProperties.IsCombiningMark),
            "Strip" => Strip(normalizer),
            "Replace" => Replace(normalizer),
            "Prepend" => Prepend(normalizer.GetProperty("prepend").GetString()!),
            "Precompiled" => Precompiled(normalizer),
            "ByteLevel" => ByteLetters.Encode,
            var type => throw TokenizerJson.Unsupported($"the normalizer '{type}'"),
        };
    }

    public static string Without(string text, Predicate<Rune> unwanted)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!unwanted(rune))
            {
                kept.Append(rune);
            }
        }

        return kept.ToString();
    }

    private static Func<string, string> InTurn(Func<string, string>[] normalizers) =>
        text => normalizers.Aggregate(text, (current, normalize) => normalize(current));

    private static Func<string, string> Strip(JsonElement part)
    {
        var left = TokenizerJson.Flag(part, "strip_left", false);
        var right = TokenizerJson.Flag(part, "strip_right", false);
        return text => left && right ? text.Trim() : left ? text.TrimStart() : right ? text.TrimEnd() : text;
    }

    private static Func<string, string> Replace(JsonElement part)
    {
        var pattern = part.GetProperty("pattern");
        var content = part.GetProperty("content").GetString()!;
        if (TokenizerJson.Text(pattern, "String") is { Length: > 0 } literal)
        {
            return text => text.Replace(literal, content, StringComparison.Ordinal);
        }

        // The content stands for itself: the reference knows no groups in it.
        var expression = Patterns.Read(pattern);
        return text => expression.Replace(text, _ => content);
    }

    private static Func<string, string> Prepend(string prefix) => text => text.Length == 0 ? text : prefix + text;

    private static Func<string, string> Precompiled(JsonElement part) =>
        TokenizerJson.Text(part, "precompiled_charsmap") is { Length: > 0 } map
            ? new PrecompiledCharacters(Convert.FromBase64String(map)).Normalize
            : text => text;
}
