using System.Text;
using PaperChat.Embedded.Catalogue;

namespace PaperChat.Embedded.Tests.Catalogue;

public sealed class TextPackingTests
{
    public static TheoryData<string> Texts => new(
        "",
        "a",
        "We study how walruses sing under the ice, and propose a model of the information in their songs.",
        "{\"authors\":[\"Ada Löfgren\",\"Q. Zhu\"],\"venue\":\"Polar\"}",
        "海象在冰下唱歌。𝒳 ﬁne — “quoted”",
        "\u0001\u007F\uFFFD\n\t~^@`");

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_packed_text_is_unpacked_as_it_was(string text) => Assert.Equal(text, RoundTrip(text, out _));

    [Fact]
    public void Every_byte_alone_and_every_cut_of_a_text_comes_back()
    {
        var whole = "The information of the performance is based on that; we propose generations, and \u00FFmore.";
        for (var from = 0; from < whole.Length; from++)
        {
            for (var to = from; to <= whole.Length; to++)
            {
                Assert.Equal(whole[from..to], RoundTrip(whole[from..to], out _));
            }
        }

        for (var value = 0; value < 256; value++)
        {
            var codes = new byte[TextPacking.MaxLength(1)];
            var length = TextPacking.Pack([(byte)value], codes);
            Assert.Equal([(byte)value], Unpack(codes.AsSpan(0, length)));
        }
    }

    [Fact]
    public void English_prose_takes_less_than_two_thirds_of_its_bytes()
    {
        var text = "This paper presents a method for the detection of small animals in images of the sea, and shows that it performs better than "
            + "those in use on three collections. We also discuss which information the model needs, and where it fails.";

        RoundTrip(text, out var length);

        Assert.InRange(length, 1, text.Length * 2 / 3);
    }

    [Fact]
    public void A_packed_text_that_is_cut_behind_an_escape_is_damaged() =>
        Assert.Throws<InvalidDataException>(() => TextPacking.UnpackedLength([255]));

    [Fact]
    public void The_table_has_a_piece_of_at_most_eight_ascii_characters_for_each_code()
    {
        Assert.Equal(255, TextSymbols.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(TextSymbols.All, s => Assert.True(s.Length is >= 1 and <= 8 && Ascii.IsValid(s) && !s.Contains('\0'), s));

        // Libraries hold texts that were packed with this very table.
        var table = Encoding.ASCII.GetBytes(string.Join('\n', TextSymbols.All));
        Assert.Equal(TableHash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(table))[..16]);
    }

    private const string TableHash = "c35d166fc1fc0ca9";

    private static string RoundTrip(string text, out int length)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var codes = new byte[TextPacking.MaxLength(utf8.Length)];
        length = TextPacking.Pack(utf8, codes);
        return Encoding.UTF8.GetString(Unpack(codes.AsSpan(0, length)));
    }

    private static byte[] Unpack(ReadOnlySpan<byte> codes)
    {
        var length = TextPacking.UnpackedLength(codes);
        var bytes = new byte[length + 8];
        TextPacking.Unpack(codes, bytes);
        return bytes[..length];
    }
}
