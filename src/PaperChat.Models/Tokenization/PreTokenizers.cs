using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperChat.Models.Tokenization;

/// <summary>The <c>pre_tokenizer</c> of a tokenizer: cuts a piece into the words that the model tokenises one by one.</summary>
internal static partial class PreTokenizers
{
    /// <summary>Adds the words of a piece to a list.</summary>
    public delegate void Cut(Piece piece, List<Piece> pieces);

    public static Cut Read(JsonElement? part)
    {
        if (part is not { } preTokenizer)
        {
            return (piece, pieces) => pieces.Add(piece);
        }

        return TokenizerJson.Type(preTokenizer) switch
        {
            "Sequence" => InTurn([.. preTokenizer.GetProperty("pretokenizers").EnumerateArray().Select(p => Read(p))]),
            "BertPreTokenizer" => InTurn([At(Rune.IsWhiteSpace, SplitBehavior.Removed), At(UnicodeProperties.IsPunctuation, SplitBehavior.Isolated)]),
            "Whitespace" => (piece, pieces) => Splitting.Split(piece, WordsAndMarks(), true, SplitBehavior.Removed, pieces),
            "WhitespaceSplit" => At(Rune.IsWhiteSpace, SplitBehavior.Removed),
            "Punctuation" => At(UnicodeProperties.IsPunctuation, Behavior(preTokenizer)),
            "Digits" => At(UnicodeProperties.IsNumber,
                TokenizerJson.Flag(preTokenizer, "individual_digits", false) ? SplitBehavior.Isolated : SplitBehavior.Contiguous),
            "CharDelimiterSplit" => AtDelimiter(preTokenizer),
            "Split" => AtPattern(preTokenizer),
            "Metaspace" => new Metaspace(preTokenizer).Cut,
            "ByteLevel" => ByteLevel(preTokenizer),
            var type => throw TokenizerJson.Unsupported($"the pre-tokenizer '{type}'"),
        };
    }

    private static Cut InTurn(Cut[] cuts) => (piece, pieces) =>
    {
        List<Piece> current = [piece];
        foreach (var cut in cuts)
        {
            var next = new List<Piece>(current.Count);
            foreach (var word in current)
            {
                cut(word, next);
            }

            current = next;
        }

        pieces.AddRange(current);
    };

    private static Cut At(Predicate<Rune> delimiter, SplitBehavior behavior) =>
        (piece, pieces) => Splitting.Split(piece, delimiter, behavior, pieces);

    private static Cut AtDelimiter(JsonElement part)
    {
        var delimiter = Rune.GetRuneAt(part.GetProperty("delimiter").GetString()!, 0);
        return At(rune => rune == delimiter, SplitBehavior.Removed);
    }

    private static Cut AtPattern(JsonElement part)
    {
        var expression = Patterns.Read(part.GetProperty("pattern"));
        var behavior = Behavior(part);
        var invert = TokenizerJson.Flag(part, "invert", false);
        return (piece, pieces) => Splitting.Split(piece, expression, invert, behavior, pieces);
    }

    private static SplitBehavior Behavior(JsonElement part) =>
        TokenizerJson.Text(part, "behavior") is not { } name ? SplitBehavior.Isolated
        : Enum.TryParse<SplitBehavior>(name, out var behavior) ? behavior
        : throw TokenizerJson.Unsupported($"the split behaviour '{name}'");

    private static Cut ByteLevel(JsonElement part)
    {
        var prefix = TokenizerJson.Flag(part, "add_prefix_space", true);
        var split = TokenizerJson.Flag(part, "use_regex", true);
        return (piece, pieces) =>
        {
            if (prefix && !piece.Text.Span.StartsWith(' '))
            {
                piece = piece with { Text = string.Concat(" ", piece.Text.Span).AsMemory() };
            }

            List<Piece> words = [];
            if (split)
            {
                Splitting.Split(piece, Gpt2Words(), false, SplitBehavior.Isolated, words);
            }
            else
            {
                words.Add(piece);
            }

            pieces.AddRange(words.Select(word => word with { Text = ByteLetters.Encode(word.Text.ToString()).AsMemory() }));
        };
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}]+|[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex WordsAndMarks();

    [GeneratedRegex(@"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Gpt2Words();
}
