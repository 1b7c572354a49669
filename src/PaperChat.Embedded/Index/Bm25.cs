using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009) over title and text as one field, with the inverse document frequency that stays above 0.
/// All figures are those of the whole library, so that a score does not depend on the segment a paper is in.
/// </summary>
internal readonly struct Bm25(long documents, double averageLength)
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    public double Idf(long frequency) => Math.Log(1 + ((documents - frequency + 0.5) / (frequency + 0.5)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Norm(int length) => K1 * (1 - B + (B * length / averageLength));

    /// <param name="factor">The term's weight times its inverse document frequency.</param>
    /// <param name="frequency">How often the term stands in the document.</param>
    /// <param name="norm">See <see cref="Norm"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Score(double factor, int frequency, double norm) => factor * frequency * (K1 + 1) / (frequency + norm);
}
