using System.Numerics;

namespace PaperChat.Embedded.Index;

/// <summary>
/// Sums the scores of a run of <see cref="Size"/> documents: small enough to stay in the processor's first cache, so that a posting
/// costs an addition and not a miss. Used again for each run.
/// </summary>
internal sealed class SearchWindow
{
    public const int Size = 1024;

    private readonly double[] _scores = new double[Size];
    private readonly ulong[] _touched = new ulong[Size / 64];
    private readonly int[] _documents = new int[Size];
    private readonly double[] _sums = new double[Size];

    public int From { get; private set; }

    public int To { get; private set; }

    /// <summary>Documents that may still be among the best, with their scores so far.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<int> Documents => _documents.AsSpan(0, Count);

    public ReadOnlySpan<double> Sums => _sums.AsSpan(0, Count);

    public void Move(int from, int to) => (From, To, Count) = (from, to, 0);

    /// <summary>Adds a term's scores of documents of the window.</summary>
    public void Add(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequenciesLessOne, double factor, ReadOnlySpan<int> lengths, Bm25 bm25)
    {
        // In local variables the processor's registers hold them through the loop.
        var scores = _scores.AsSpan();
        var touched = _touched.AsSpan();
        var from = From;
        for (var i = 0; i < documents.Length && i < frequenciesLessOne.Length; i++)
        {
            var document = documents[i];
            var at = document - from;
            scores[at] += Bm25.Score(factor, frequenciesLessOne[i] + 1, bm25.Norm(lengths[document]));
            touched[at >> 6] |= 1UL << at;
        }
    }

    /// <summary>
    /// Gathers the documents that were added to and reach <paramref name="least"/>, those of <paramref name="allowed"/> only, and
    /// clears the sums for the next window.
    /// </summary>
    public void Gather(double least, Bits? allowed)
    {
        var count = 0;
        for (var word = 0; word < _touched.Length; word++)
        {
            var bits = _touched[word];
            if (bits == 0)
            {
                continue;
            }

            _touched[word] = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                var at = (word * 64) + BitOperations.TrailingZeroCount(bits);
                var score = _scores[at];
                _scores[at] = 0;
                if (score >= least && (allowed is null || allowed[From + at]))
                {
                    _documents[count] = From + at;
                    _sums[count++] = score;
                }
            }
        }

        Count = count;
    }

    /// <summary>Adds one more term to the documents gathered, and drops those that cannot reach <paramref name="least"/> even with it.</summary>
    public void Refine(TermScorer term, double least, ReadOnlySpan<int> lengths, Bm25 bm25)
    {
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            if (_sums[i] >= least)
            {
                _documents[kept] = _documents[i];
                _sums[kept++] = _sums[i] + term.ScoreOf(_documents[i], lengths, bm25);
            }
        }

        Count = kept;
    }
}
