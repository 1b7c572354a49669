using System.Globalization;
using System.Text;

namespace PaperChat.Models.Tokenization;

/// <summary>The tokens <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c> that stand for the bytes of letters without a token.</summary>
internal static class ByteFallback
{
    /// <summary>The ids by byte; null when the vocabulary lacks one of them.</summary>
    public static int[]? Read(Dictionary<string, int> tokens)
    {
        var ids = new int[256];
        for (var i = 0; i < ids.Length; i++)
        {
            if (!tokens.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"<0x{i:X2}>"), out ids[i]))
            {
                return null;
            }
        }

        return ids;
    }

    public static void Encode(ReadOnlySpan<char> letters, int[] byteIds, List<int> ids)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(letters.Length)];
        foreach (var value in bytes.AsSpan(0, Encoding.UTF8.GetBytes(letters, bytes)))
        {
            ids.Add(byteIds[value]);
        }
    }
}
