using PaperChat.Embedded.Index;

namespace PaperChat.Embedded.Tests;

public sealed class BitPackingTests
{
    [Fact]
    public void Numbers_of_any_width_come_back()
    {
        var random = new Random(1);
        for (var bits = 0; bits <= 31; bits++)
        {
            var numbers = Enumerable.Range(0, PostingBlock.Size).Select(_ => (int)random.NextInt64(1L << bits)).ToArray();
            numbers[random.Next(numbers.Length)] = (int)((1L << bits) - 1);
            var buffer = new ByteBuffer();
            BitPacking.Pack(numbers, bits, buffer);
            var unpacked = new int[PostingBlock.Size];
            BitPacking.Unpack(buffer.Written, bits, unpacked);

            Assert.Equal(bits, BitPacking.BitsOf(numbers));
            Assert.Equal(BitPacking.BytesOf(bits), buffer.Length);
            Assert.Equal(numbers, unpacked);
        }
    }

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.001, 1)]
    [InlineData(0.5, 128)]
    [InlineData(0.9999, 255)]
    public void Impacts_are_rounded_up(double part, byte expected)
    {
        Assert.Equal(expected, Impact.Of(part));
        Assert.True(Impact.Bound(Impact.Of(part)) >= part);
    }
}
