using System.Text.RegularExpressions;

namespace PaperChat.Sources.Markdown;

/// <summary>Blocks of code between fences (https://spec.commonmark.org/0.31.2/#fenced-code-blocks): what stands in them is no list.</summary>
internal sealed partial class MarkdownFence
{
    private char _sign;
    private int _length;

    /// <summary>The line of the fence that is still open; null outside of a block.</summary>
    public long? OpenedOn { get; private set; }

    /// <summary>Whether a line belongs to a block of code, its fences included.</summary>
    public bool Takes(string line, long number)
    {
        var fence = Fence().Match(line);
        if (OpenedOn is not null)
        {
            if (fence.Success && fence.Value.TrimStart() is var end && end[0] == _sign && end.Length >= _length && string.IsNullOrWhiteSpace(line[fence.Length..]))
            {
                OpenedOn = null;
            }

            return true;
        }

        // A word behind three backticks is the language; another backtick there makes it code within a line.
        if (!fence.Success || (fence.Value[^1] == '`' && line.AsSpan(fence.Length).Contains('`')))
        {
            return false;
        }

        (_sign, _length, OpenedOn) = (fence.Value[^1], fence.Value.TrimStart().Length, number);
        return true;
    }

    [GeneratedRegex(@"^\s*(`{3,}|~{3,})")]
    private static partial Regex Fence();
}
