using System.Text.Json;
using PaperChat.Models.Tokenization;

namespace PaperChat.Models.Tests.Tokenization;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("unwanted", "un ##want ##ed")]
    [InlineData("wanted", "[UNK]")]
    [InlineData("un", "un")]
    [InlineData("unx", "[UNK]")]
    [InlineData("ununununun", "[UNK]")]
    [InlineData("", "")]
    public void Word_pieces_are_the_longest_first(string text, string tokens) => AssertTokens(
        """{"model": {"type": "WordPiece", "unk_token": "[UNK]", "max_input_chars_per_word": 8, "vocab": {"[UNK]": 0, "un": 1, "##un": 2, "##want": 3, "##wa": 4, "##ed": 5}}}""",
        text, tokens);

    [Theory]
    [InlineData("abcdacdxx", "abcd a cd <unk>")]
    [InlineData("xax", "<unk> a <unk>")]
    [InlineData("𝔘a", "<unk> a")]
    [InlineData("abc", "abc")]
    [InlineData("", "")]
    public void Unigrams_are_the_cut_with_the_best_score(string text, string tokens) => AssertTokens(
        """
        {"model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0.0], ["a", 0.0], ["b", 0.0], ["c", 0.0], ["d", 0.0], ["cd", 1.0],
         ["ab", 2.0], ["abc", 5.0], ["abcd", 10.0]]}}
        """, text, tokens);

    [Theory]
    [InlineData("aé", "a <0xC3> <0xA9>")]
    [InlineData("\u0000a", "<0x00> a")]
    public void Letters_without_a_token_fall_back_to_bytes(string text, string tokens)
    {
        var bytes = Enumerable.Range(0, 256).Select(i => $"<0x{i:X2}>").ToList();

        AssertTokens($$"""{"model": {"type": "Unigram", "unk_id": 0, "byte_fallback": true, "vocab": [["<unk>", 0], ["a", -1], {{string.Join(", ", bytes.Select(b => $"[\"{b}\", -2]"))}}] } }""",
            text, tokens);
        AssertTokens($$"""{"model": {"type": "BPE", "byte_fallback": true, "merges": [], "vocab": {"a": 256, {{string.Join(", ", bytes.Select((b, i) => $"\"{b}\": {i}"))}}} } }""",
            text, tokens);
    }

    [Theory]
    [InlineData("lower", "low er")]
    [InlineData("lowlow", "low low")]
    [InlineData("wo", "w o")]
    [InlineData("xlowxx", "<unk> low <unk> <unk>")]
    public void Pairs_are_merged_in_the_order_of_training(string text, string tokens)
    {
        const string Json = """
            {"model": {"type": "BPE", "unk_token": "<unk>", "vocab": {"<unk>": 0, "l": 1, "o": 2, "w": 3, "e": 4, "r": 5, "lo": 6, "low": 7, "er": 8, "we": 9},
             "merges": [MERGES]}}
            """;

        AssertTokens(Json.Replace("MERGES", "\"l o\", \"lo w\", \"e r\", \"w e\""), text, tokens);
        AssertTokens(Json.Replace("MERGES", """["l", "o"], ["lo", "w"], ["e", "r"], ["w", "e"]"""), text, tokens);
    }

    [Theory]
    [InlineData("\"fuse_unk\": true", "xxa", "<unk> a")]
    [InlineData("\"end_of_word_suffix\": \"</w>\"", "aa", "a a</w>")]
    [InlineData("\"ignore_merges\": true", "aaa", "aaa")]
    [InlineData("\"ignore_merges\": false", "aaa", "a a a")]
    public void Options_of_byte_pairs_hold(string option, string text, string tokens) => AssertTokens(
        $$"""{"model": {"type": "BPE", {{option}}, "unk_token": "<unk>", "vocab": {"<unk>": 0, "a": 1, "a</w>": 2, "aaa": 3}, "merges": [] } }""", text, tokens);

    [Theory]
    [InlineData("red blue", "red [UNK]")]
    [InlineData("Red", "[UNK]")]
    public void Whole_words_are_known_or_not(string text, string tokens) => AssertTokens(
        """{"model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": {"[UNK]": 0, "red": 1}}, "pre_tokenizer": {"type": "WhitespaceSplit"}}""",
        text, tokens);

    [Theory]
    [InlineData("a[PAD]b", "a [PAD] b")]
    [InlineData("a [pad] b", "a [ pad ] b")]
    [InlineData("NEWa newb new", "NEW a newb new")]
    [InlineData("a <mask> b", "a <mask> b")]
    [InlineData("NEWER", "NEWER")]
    public void Added_tokens_are_found_before_the_text_is_cut(string text, string tokens) => AssertTokens(
        """
        {"added_tokens": [{"id": 0, "content": "[PAD]", "special": true, "normalized": false},
           {"id": 10, "content": "NEW", "normalized": false}, {"id": 11, "content": "NEWER", "normalized": false},
           {"id": 12, "content": "New", "normalized": true, "single_word": true},
           {"id": 13, "content": "<mask>", "normalized": false, "lstrip": true, "rstrip": true}],
         "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "BertPreTokenizer"},
         "model": {"type": "WordLevel", "vocab": {"[PAD]": 0, "a": 1, "b": 2, "[": 3, "pad": 4, "]": 5, "newb": 6}}}
        """, text, tokens.Replace("newb new", "newb New"));

    [Fact]
    public void A_truncating_tokenizer_keeps_the_first_tokens() => AssertTokens(
        """{"truncation": {"max_length": 2}, "model": {"type": "WordLevel", "vocab": {"a": 0, "b": 1}}, "pre_tokenizer": {"type": "Whitespace"}}""", "a b a", "a b");

    [Fact]
    public void The_median_length_counts_letters_of_all_tokens()
    {
        using var json = JsonDocument.Parse(
            """{"added_tokens": [{"id": 3, "content": "123456789"}], "model": {"type": "WordLevel", "vocab": {"𝔘𝔫": 0, "abc": 1, "abcdef": 2}}}""");

        Assert.Equal(4, new Tokenizer(json.RootElement).MedianTokenLength);
    }

    [Fact]
    public void Early_files_without_a_model_type_are_read() => AssertTokens("""{"model": {"vocab": {"[UNK]": 0, "a": 1}}}""", "a", "a");

    private static void AssertTokens(string tokenizer, string text, string tokens)
    {
        using var json = JsonDocument.Parse(tokenizer);
        var names = new Dictionary<int, string>();
        var vocabulary = json.RootElement.GetProperty("model").GetProperty("vocab");
        if (vocabulary.ValueKind == JsonValueKind.Array)
        {
            names = vocabulary.EnumerateArray().Select((t, i) => (t[0].GetString()!, i)).ToDictionary(t => t.i, t => t.Item1);
        }
        else
        {
            names = vocabulary.EnumerateObject().ToDictionary(t => t.Value.GetInt32(), t => t.Name);
        }

        if (json.RootElement.TryGetProperty("added_tokens", out var added))
        {
            foreach (var token in added.EnumerateArray())
            {
                names[token.GetProperty("id").GetInt32()] = token.GetProperty("content").GetString()!;
            }
        }

        Assert.Equal(tokens, string.Join(' ', new Tokenizer(json.RootElement).Encode(text).Select(id => names[id])));
    }
}
