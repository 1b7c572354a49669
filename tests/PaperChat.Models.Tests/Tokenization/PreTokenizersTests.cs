using System.Text.Json;
using PaperChat.Models.Tokenization;

namespace PaperChat.Models.Tests.Tokenization;

public sealed class PreTokenizersTests
{
    [Theory]
    [InlineData("""{"type": "BertPreTokenizer"}""", "Hey, you!? a$b “c”", "Hey|,|you|!|?|a|$|b|“|c|”")]
    [InlineData("""{"type": "Whitespace"}""", "Hey,man!? a_1 été", "Hey|,|man|!?|a_1|été")]
    [InlineData("""{"type": "WhitespaceSplit"}""", " a\t b,c ", "a|b,c")]
    [InlineData("""{"type": "Punctuation"}""", "a--b", "a|-|-|b")]
    [InlineData("""{"type": "Punctuation", "behavior": "Contiguous"}""", "a--b", "a|--|b")]
    [InlineData("""{"type": "Digits", "individual_digits": true}""", "a12b", "a|1|2|b")]
    [InlineData("""{"type": "Digits"}""", "a12b", "a|12|b")]
    [InlineData("""{"type": "CharDelimiterSplit", "delimiter": "-"}""", "a--b", "a|b")]
    [InlineData("""{"type": "Split", "pattern": {"String": "-"}, "behavior": "Removed", "invert": false}""", "a-b--", "a|b")]
    [InlineData("""{"type": "Split", "pattern": {"String": "-"}, "behavior": "Isolated", "invert": false}""", "a-b--", "a|-|b|-|-")]
    [InlineData("""{"type": "Split", "pattern": {"String": "-"}, "behavior": "MergedWithPrevious", "invert": false}""", "-a-b--c", "-|a-|b-|-|c")]
    [InlineData("""{"type": "Split", "pattern": {"String": "-"}, "behavior": "MergedWithNext", "invert": false}""", "-a-b--c-", "-a|-b|-|-c|-")]
    [InlineData("""{"type": "Split", "pattern": {"String": "-"}, "behavior": "Contiguous", "invert": false}""", "-a-b--c", "-|a|-|b|--|c")]
    [InlineData("""{"type": "Split", "pattern": {"Regex": "[a-z]+"}, "behavior": "Removed", "invert": true}""", "1ab2c", "ab|c")]
    [InlineData("""{"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"}""", "Hey   you", "▁Hey|▁|▁|▁you")]
    [InlineData("""{"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": false}""", "a b", "▁a▁b")]
    [InlineData("""{"type": "Metaspace", "replacement": "▁", "prepend_scheme": "never"}""", "a b", "a|▁b")]
    [InlineData("""{"type": "Metaspace", "replacement": "▁", "add_prefix_space": false}""", "a b", "a|▁b")]
    [InlineData("""{"type": "Metaspace", "replacement": "_"}""", " a", "_a")]
    [InlineData("""{"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "first"}]}""", "a b", "▁a|b")]
    [InlineData("""{"type": "Sequence", "pretokenizers": [{"type": "WhitespaceSplit"}, {"type": "Metaspace", "replacement": "▁"}]}""", "a b", "▁a|▁b")]
    [InlineData("""{"type": "ByteLevel", "add_prefix_space": true}""", "I'll go  té", "ĠI|'ll|Ġgo|Ġ|ĠtÃ©")]
    [InlineData("""{"type": "ByteLevel", "add_prefix_space": false, "use_regex": false}""", "a b", "aĠb")]
    [InlineData("null", "a b", "a b")]
    public void Each_kind_cuts_in_its_way(string json, string text, string words)
    {
        using var document = JsonDocument.Parse(json);
        var cut = PreTokenizers.Read(document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement);
        var pieces = new List<Piece>();

        cut(new Piece(text.AsMemory(), First: true), pieces);

        Assert.Equal(words, string.Join('|', pieces.Select(p => p.Text)));
    }
}
