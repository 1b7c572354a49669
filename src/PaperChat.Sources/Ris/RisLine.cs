namespace PaperChat.Sources.Ris;

/// <summary>A line of a RIS file: two capital letters or digits, blanks, a hyphen, the value. Without a tag it goes on with the line before.</summary>
internal readonly record struct RisLine(string? Tag, string Value)
{
    public static RisLine Read(string line)
    {
        if (line.Length < 4 || !char.IsAsciiLetterUpper(line[0]) || !(char.IsAsciiLetterUpper(line[1]) || char.IsAsciiDigit(line[1])) || line[2] != ' ')
        {
            return new RisLine(null, line.Trim());
        }

        var rest = line.AsSpan(2).TrimStart(' ');
        return rest is ['-', .. var value] && line.Length - rest.Length <= 5 && (value.Length == 0 || value[0] == ' ')
            ? new RisLine(line[..2], value.Trim().ToString())
            : new RisLine(null, line.Trim());
    }
}
