using PaperChat.Papers;

namespace PaperChat.Matching;

/// <summary>
/// Under what a library finds the papers that may be the same work, by exact look-up: it keeps <see cref="Kept"/> for each paper, and
/// compares an arriving paper by <see cref="WorkMatcher"/> with those that are kept under one of its <see cref="Sought"/>. The two
/// differ, so that a title finds the same one with its subtitle cut off without all papers of one main title being compared. Keys are
/// hashes: equal ones prove nothing.
/// </summary>
public sealed record WorkKeys(IReadOnlyList<long> Kept, IReadOnlyList<long> Sought)
{
    /// <summary>Changes with the rules: libraries make kept keys of another version anew.</summary>
    public const int Version = 1;

    // Long enough that few papers share them, short enough to stand in a title that was cut or has an error elsewhere. Endings are
    // shared more often: "with large language models".
    private const int Beginning = 36;
    private const int BeginningOfAuthor = 16;
    private const int EndOfAuthor = 32;

    // Of an abstract's first characters; many begin with the same twelve words on large language models.
    private const int AbstractPart = 96;
    private const int LeastAbstract = 40;

    private const int Most = 6;

    private enum Kind : ulong
    {
        Title = 1,
        Main,
        Beginning,
        BeginningOfAuthor,
        EndOfAuthor,
        Abstract,
    }

    public static WorkKeys Of(Paper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        Span<long> kept = stackalloc long[Most];
        Span<long> sought = stackalloc long[Most];
        var (keptCount, soughtCount) = (0, 0);
        var title = TitleLetters.Of(paper.Title);
        var letters = title.Letters;
        if (letters.Length > 0)
        {
            kept[keptCount++] = sought[soughtCount++] = Hash(Kind.Title, letters);
            if (title.MainLength > 0)
            {
                var main = letters[..title.MainLength];
                kept[keptCount++] = Hash(Kind.Main, main);
                sought[soughtCount++] = Hash(Kind.Title, main);
            }
            else
            {
                sought[soughtCount++] = Hash(Kind.Main, letters);
            }

            if (letters.Length >= Beginning)
            {
                kept[keptCount++] = sought[soughtCount++] = Hash(Kind.Beginning, letters[..Beginning]);
            }

            Span<char> family = stackalloc char[AuthorFamily.MaxLength];
            var author = paper.Authors.Count > 0 ? family[..AuthorFamily.Of(paper.Authors[0], family)] : [];
            if (author.Length > 0)
            {
                var part = letters[..Math.Min(BeginningOfAuthor, letters.Length)];
                kept[keptCount++] = sought[soughtCount++] = Hash(Kind.BeginningOfAuthor, part, author);
                if (letters.Length >= EndOfAuthor && !title.IsCut)
                {
                    kept[keptCount++] = sought[soughtCount++] = Hash(Kind.EndOfAuthor, letters[^EndOfAuthor..], author);
                }
            }
        }

        Span<char> beginning = stackalloc char[AbstractPart];
        var length = AbstractBeginning.Of(paper.Abstract, beginning);
        if (length >= LeastAbstract && paper.Kind != PaperKind.Summary)
        {
            kept[keptCount++] = sought[soughtCount++] = Hash(Kind.Abstract, beginning[..length]);
        }

        return new WorkKeys(kept[..keptCount].ToArray(), sought[..soughtCount].ToArray());
    }

    // FNV-1a over UTF-16 code units, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv), then the finalizer of MurmurHash3: libraries
    // may take any of the bits.
    private static long Hash(Kind kind, ReadOnlySpan<char> text, ReadOnlySpan<char> more = default)
    {
        var hash = Add(Add(14695981039346656037 ^ (ulong)kind, text), more);
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return (long)(hash ^ (hash >> 33));
    }

    private static ulong Add(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
