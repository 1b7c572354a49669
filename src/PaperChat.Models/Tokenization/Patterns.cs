using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperChat.Models.Tokenization;

/// <summary>The <c>{"String": ...}</c> and <c>{"Regex": ...}</c> patterns of a tokenizer.</summary>
internal static class Patterns
{
    public static Regex Read(JsonElement pattern)
    {
        if (TokenizerJson.Text(pattern, "String") is { } literal)
        {
            return new Regex(Regex.Escape(literal), RegexOptions.CultureInvariant);
        }

        var expression = TokenizerJson.Text(pattern, "Regex") ?? throw TokenizerJson.Unsupported("a pattern that is neither text nor expression");
        try
        {
            return new Regex(expression, RegexOptions.CultureInvariant);
        }
        catch (RegexParseException)
        {
            throw TokenizerJson.Unsupported($"the regular expression '{expression}'");
        }
    }
}
