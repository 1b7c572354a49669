namespace PaperChat.Text;

/// <summary>Pairs the braces of a text in one pass, so that unbalanced ones cost nothing later.</summary>
internal static class BraceMatcher
{
    /// <summary>For each opening brace the index of its closing one, else 0; null for a text without braces. Escaped braces do not count.</summary>
    public static int[]? Match(string text)
    {
        if (!text.Contains('{'))
        {
            return null;
        }

        var matches = new int[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '{')
            {
                open.Push(i);
            }
            else if (text[i] == '}' && open.TryPop(out var start))
            {
                matches[start] = i;
            }
        }

        return matches;
    }
}
