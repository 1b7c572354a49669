namespace PaperChat.Qdrant.Points;

/// <summary>
/// What a term weighs in a chunk's sparse vector: the part of BM25 (Robertson and Zaragoza 2009) that depends on the chunk. The server
/// multiplies it with the inverse document frequency, which changes with every paper (<c>modifier: idf</c>). The mean length is a
/// constant of the collection: a chunk is not written again because others came in.
/// </summary>
internal static class TermWeights
{
    /// <summary>Where the steps of mean lengths are counted from; titles with abstracts are within half a step of it (196,732 have 127 on average).</summary>
    public const double UsualAverageLength = 115;

    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>
    /// A mean length rounded to the usual one times a power of the square root of 2, so that hosts which begin a collection with other
    /// papers of the same sort begin it alike.
    /// </summary>
    public static double Rounded(double averageLength) =>
        averageLength > 1 ? UsualAverageLength * Math.Pow(2, Math.Round(2 * Math.Log2(averageLength / UsualAverageLength)) / 2) : UsualAverageLength;

    /// <param name="frequency">How often the term stands in the chunk, see <see cref="Library.FieldWeights"/>.</param>
    /// <param name="length">Terms of the chunk.</param>
    /// <param name="averageLength">That of the collection's manifest.</param>
    public static double Of(int frequency, int length, double averageLength) =>
        frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * length / averageLength))));

    /// <summary>The server's inverse document frequency, for explanations.</summary>
    public static double Idf(long documents, long frequency) => Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));
}
