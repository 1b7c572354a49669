using System.Runtime.CompilerServices;

namespace PaperChat.Embedded.Index;

/// <summary>
/// BM25 (Robertson and Zaragoza 2009) over title and text as one field, with the inverse document frequency that stays above 0.
/// All figures are those of the whole library, so that a score does not depend on the segment a paper is in. Thread-safe.
/// </summary>
internal sealed class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const int KnownLengths = 1024;

    private readonly long _documents;
    private readonly double _averageLength;
    private readonly double[] _norms = new double[KnownLengths];

    public Bm25(long documents, double averageLength)
    {
        _documents = documents;
        _averageLength = averageLength;
        for (var length = 0; length < _norms.Length; length++)
        {
            _norms[length] = ComputeNorm(length);
        }
    }

    public double Idf(long frequency) => Math.Log(1 + ((_documents - frequency + 0.5) / (frequency + 0.5)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Norm(int length)
    {
        var norms = _norms;
        return (uint)length < (uint)norms.Length ? norms[length] : ComputeNorm(length);
    }

    /// <param name="factor">The term's weight times its inverse document frequency.</param>
    /// <param name="frequency">How often the term stands in the document.</param>
    /// <param name="norm">See <see cref="Norm"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Score(double factor, int frequency, double norm) => factor * frequency * (K1 + 1) / (frequency + norm);

    /// <summary>The most that a posting can score in a block with this <see cref="Impact"/>.</summary>
    public static double Bound(double factor, byte impact, double stretch) => factor * (K1 + 1) * Impact.Bound(impact) * stretch;

    private double ComputeNorm(int length) => K1 * (1 - B + (B * length / _averageLength));
}
