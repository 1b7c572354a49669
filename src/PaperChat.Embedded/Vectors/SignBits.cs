namespace PaperChat.Embedded.Vectors;

/// <summary>
/// The signs of vectors, a bit a number (1 above 0), laid out so that <see cref="SignQuery"/> looks up 32 rows at once: blocks of 32
/// rows; in a block 16 bytes for each four dimensions, each byte with the four bits of two rows, the lower those of rows 0 to 15 and
/// the upper those of rows 16 to 31. Of 16 rows the first eight have the even bytes and the others the odd ones, which leaves the sums
/// of bytes in the order of the rows. Missing rows of the last block are zeros.
/// </summary>
internal static class SignBits
{
    public const int RowsPerBlock = 32;
    public const int BytesPerStep = 16;
    public const int DimensionsPerStep = 4;

    public static int StepsOf(int paddedDimension) => paddedDimension / DimensionsPerStep;

    public static long SizeOf(int rows, int paddedDimension) =>
        (rows + RowsPerBlock - 1L) / RowsPerBlock * StepsOf(paddedDimension) * BytesPerStep;

    /// <param name="values">The numbers of a row, padded.</param>
    /// <param name="row">Its number.</param>
    /// <param name="signs">All sign bits; those of the row are 0 so far.</param>
    public static void Write(ReadOnlySpan<sbyte> values, int row, Span<byte> signs)
    {
        var steps = StepsOf(values.Length);
        var inBlock = row % RowsPerBlock;
        var inHalf = inBlock % BytesPerStep;
        var column = inHalf < BytesPerStep / 2 ? 2 * inHalf : (2 * (inHalf - (BytesPerStep / 2))) + 1;
        var at = (row / RowsPerBlock * steps * BytesPerStep) + column;
        var shift = inBlock < BytesPerStep ? 0 : DimensionsPerStep;
        for (var i = 0; i < values.Length; i += DimensionsPerStep, at += BytesPerStep)
        {
            var bits = (values[i] > 0 ? 1 : 0) | (values[i + 1] > 0 ? 2 : 0) | (values[i + 2] > 0 ? 4 : 0) | (values[i + 3] > 0 ? 8 : 0);
            signs[at] |= (byte)(bits << shift);
        }
    }
}
