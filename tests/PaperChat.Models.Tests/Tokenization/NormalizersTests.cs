using System.Text;
using System.Text.Json;
using PaperChat.Models.Tokenization;

namespace PaperChat.Models.Tests.Tokenization;

public sealed class NormalizersTests
{
    [Theory]
    [InlineData("""{"type": "Lowercase"}""", "ÀΣ İ", "àσ i\u0307")]
    [InlineData("""{"type": "NFD"}""", "é ﬁ 한", "e\u0301 ﬁ \u1112\u1161\u11AB")]
    [InlineData("""{"type": "NFC"}""", "e\u0301\u0323 \u1112\u1161\u11AB \u212B ﬁ", "ẹ\u0301 한 Å ﬁ")]
    [InlineData("""{"type": "NFKD"}""", "ﬁé ½ Ａ", "fie\u0301 1\u20442 A")]
    [InlineData("""{"type": "NFKC"}""", "ﬁe\u0301 ² ㎏ Ａ", "fié 2 kg A")]
    [InlineData("""{"type": "StripAccents"}""", "e\u0301é", "eé")]
    [InlineData("""{"type": "Strip", "strip_left": true, "strip_right": true}""", "\t a b \n", "a b")]
    [InlineData("""{"type": "Strip", "strip_left": true, "strip_right": false}""", " a ", "a ")]
    [InlineData("""{"type": "Strip", "strip_left": false, "strip_right": true}""", " a ", " a")]
    [InlineData("""{"type": "Replace", "pattern": {"String": "."}, "content": " . "}""", "a.b", "a . b")]
    [InlineData("""{"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": "$0"}""", "a   b c", "a$0b c")]
    [InlineData("""{"type": "Prepend", "prepend": "\u2581"}""", "a", "\u2581a")]
    [InlineData("""{"type": "Prepend", "prepend": "\u2581"}""", "", "")]
    [InlineData("""{"type": "ByteLevel"}""", "a é\n", "aĠÃ©Ċ")]
    [InlineData("""{"type": "Sequence", "normalizers": [{"type": "NFD"}, {"type": "StripAccents"}, {"type": "Lowercase"}]}""", "ÉÜ", "eu")]
    [InlineData("null", "Ab", "Ab")]
    public void Each_kind_changes_the_text_in_its_way(string json, string text, string expected) => Assert.Equal(expected, Normalize(json, text));

    [Theory]
    [InlineData("", "Ünïcode\tand\u0000 \u00AD中文", "unicode and  中  文 ")]
    [InlineData(", \"lowercase\": false", "ÜB", "ÜB")]
    [InlineData(", \"lowercase\": false, \"strip_accents\": true", "ÜB", "UB")]
    [InlineData(", \"strip_accents\": false", "ÜB", "üb")]
    [InlineData(", \"handle_chinese_chars\": false", "中", "中")]
    [InlineData(", \"clean_text\": false", "a\u00AD\tb", "a\u00AD\tb")]
    public void Bert_text_is_cleaned_as_far_as_the_options_say(string options, string text, string expected) =>
        Assert.Equal(expected, Normalize($$"""{"type": "BertNormalizer"{{options}} }""", text));

    [Fact]
    public void A_precompiled_map_replaces_whole_clusters_and_then_letters()
    {
        var map = Convert.ToBase64String(MapOf("ℌ", "Hh"));

        Assert.Equal("Hh Hh-ℍ", Normalize($$"""{"type": "Precompiled", "precompiled_charsmap": "{{map}}"}""", "ℌ ℌ-ℍ"));
        Assert.Equal("ℌ", Normalize("""{"type": "Precompiled", "precompiled_charsmap": ""}""", "ℌ"));
    }

    [Fact]
    public void Normal_forms_agree_with_one_another_letter_by_letter()
    {
        for (var code = 0x80; code < 0xFFFF; code += code < 0x2000 ? 1 : 7)
        {
            if (!Rune.TryCreate(code, out var rune))
            {
                continue;
            }

            var text = rune.ToString();
            var decomposed = UnicodeNormalization.Nfd(text);
            Assert.Equal(decomposed, UnicodeNormalization.Nfd(decomposed));
            Assert.Equal(UnicodeNormalization.Nfc(text), UnicodeNormalization.Nfc(decomposed));
            Assert.Equal(decomposed, UnicodeNormalization.Nfd(UnicodeNormalization.Nfc(text)));
            Assert.Equal(UnicodeNormalization.Nfkd(text), UnicodeNormalization.Nfkd(UnicodeNormalization.Nfkc(text)));
        }
    }

    private static string Normalize(string json, string text)
    {
        using var document = JsonDocument.Parse(json);
        return Normalizers.Read(document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement)(text);
    }

    // A double array with one path: each byte of the key in a block of its own, then the leaf.
    private static byte[] MapOf(string key, string replacement)
    {
        const int Blocks = 16;
        var units = new uint[Blocks * 256];
        var bytes = Encoding.UTF8.GetBytes(key);
        var node = 0u;
        for (var i = 0; i <= bytes.Length; i++)
        {
            var offset = 0x100u << i;
            units[node] |= offset << 10;
            node ^= offset;
            if (i < bytes.Length)
            {
                node ^= bytes[i];
                units[node] = bytes[i] | (i == bytes.Length - 1 ? 0x100u : 0);
            }
        }

        units[node] = 0x80000000;
        return [.. BitConverter.GetBytes((uint)units.Length * 4), .. units.SelectMany(BitConverter.GetBytes), .. Encoding.UTF8.GetBytes(replacement), 0];
    }
}
