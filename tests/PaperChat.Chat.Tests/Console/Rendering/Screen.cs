using System.Globalization;
using System.Text;

namespace PaperChat.Chat.Tests.Console.Rendering;

/// <summary>What a terminal shows after output with the few control sequences that answers use: up, right, erase below, colours.</summary>
internal static class Screen
{
    public static string Of(string output)
    {
        List<StringBuilder> rows = [new()];
        int row = 0, column = 0;
        for (var i = 0; i < output.Length; i++)
        {
            switch (output[i])
            {
                case '\u001b':
                    var end = i + 2;
                    while (!char.IsAsciiLetter(output[end]))
                    {
                        end++;
                    }

                    var count = int.TryParse(output.AsSpan(i + 2, end - i - 2), CultureInfo.InvariantCulture, out var n) ? n : 1;
                    row -= output[end] == 'A' ? count : 0;
                    column += output[end] == 'C' ? count : 0;
                    if (output[end] == 'J')
                    {
                        rows.RemoveRange(row + 1, rows.Count - row - 1);
                        rows[row].Length = Math.Min(rows[row].Length, column);
                    }

                    i = end;
                    break;
                case '\r':
                    column = 0;
                    break;
                case '\n':
                    row++;
                    column = 0;
                    while (rows.Count <= row)
                    {
                        rows.Add(new StringBuilder());
                    }

                    break;
                default:
                    rows[row].Length = Math.Max(rows[row].Length, column);
                    rows[row].Remove(column, Math.Min(1, rows[row].Length - column)).Insert(column, output[i]);
                    column++;
                    break;
            }
        }

        return string.Join('\n', rows.Select(r => r.ToString().TrimEnd()));
    }
}
