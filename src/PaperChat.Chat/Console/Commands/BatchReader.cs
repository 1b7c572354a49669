using System.Runtime.CompilerServices;
using System.Text;

namespace PaperChat.Chat.Console.Commands;

/// <summary>Reads lines of any length in bounded memory; a line over the limit comes as null, and the next one follows.</summary>
internal static class BatchReader
{
    /// <summary>What stands for standard input on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLineLength = 1_000_000;

    public static async IAsyncEnumerable<string?> LinesAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new char[8192];
        var line = new StringBuilder();
        var tooLong = false;
        int read;
        while ((read = await reader.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0)
        {
            for (var start = 0; start < read;)
            {
                var end = Array.IndexOf(buffer, '\n', start, read - start);
                var stop = end < 0 ? read : end;
                tooLong |= line.Length + stop - start > MaxLineLength;
                if (!tooLong)
                {
                    line.Append(buffer, start, stop - start);
                }

                if (end >= 0)
                {
                    yield return tooLong ? null : line.ToString();
                    line.Clear();
                    tooLong = false;
                }

                start = stop + 1;
            }
        }

        if (line.Length > 0 || tooLong)
        {
            yield return tooLong ? null : line.ToString();
        }
    }
}
