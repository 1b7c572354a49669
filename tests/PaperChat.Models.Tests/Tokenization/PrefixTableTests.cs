using PaperChat.Models.Tokenization;

namespace PaperChat.Models.Tests.Tokenization;

public sealed class PrefixTableTests
{
    [Theory]
    [InlineData("abcd", "a1 abc3")]
    [InlineData("ab", "a1")]
    [InlineData("b", "")]
    [InlineData("", "")]
    [InlineData("\0x", "\01")]
    public void All_tokens_that_begin_a_text_are_found_shortest_first(string text, string expected) =>
        Assert.Equal(expected, Find(new PrefixTable(Numbered("a", "abc", "bc", "\0", "")), text, id => ""));

    [Fact]
    public void A_large_vocabulary_is_found_whole()
    {
        var words = Enumerable.Range(0, 5000).Select(i => $"w{i}").ToArray();
        var table = new PrefixTable(Numbered(words));

        Assert.All(words, word => Assert.EndsWith($"{word}{word.Length}:{word[1..]}", Find(table, word + "!", id => $":{id}")));
    }

    private static Dictionary<string, int> Numbered(params string[] tokens) => tokens.Select((t, i) => (t, i)).ToDictionary(p => p.t, p => p.i);

    private static string Find(PrefixTable table, string text, Func<int, string> suffix)
    {
        var found = new List<string>();
        for (var tokens = table.Of(text); tokens.MoveNext();)
        {
            found.Add($"{text[..tokens.Length]}{tokens.Length}{suffix(tokens.Id)}");
        }

        return string.Join(' ', found);
    }
}
