using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Embedded.Index;

/// <summary>
/// A title or the text of a chunk as a segment in the making takes it: the numbers of its words, and those of its terms with their
/// places (see <see cref="PhraseMatching"/>). Used again for other texts.
/// </summary>
internal sealed class NumberedText(Vocabulary vocabulary)
{
    public List<int> Words { get; } = [];

    public List<(int Term, int Place)> Terms { get; } = [];

    /// <summary>Number of terms that count as the text's length.</summary>
    public int Length { get; private set; }

    /// <summary>Takes a title as it is stored: its terms, and behind them the term of its name, which does not count in the length.</summary>
    public void ReadTitle(string stored)
    {
        var cleaned = TextCleaner.Clean(stored).Text;
        ReadCleaned(cleaned);
        if (Words.Count > 0 && TitleName.TermOfCleaned(cleaned) is { } name)
        {
            Terms.Add((vocabulary.NumberOfTerm(name), Terms.Count > 0 ? Terms[^1].Place : 0));
        }
    }

    /// <summary>Takes a text as it is stored.</summary>
    public void Read(string stored) => ReadCleaned(TextCleaner.Clean(stored).Text);

    private void ReadCleaned(string text)
    {
        Words.Clear();
        Terms.Clear();
        var places = new PlaceCounter();
        var scanner = new WordScanner(text);
        while (scanner.MoveNext())
        {
            var word = vocabulary.NumberOf(scanner.Word);
            Words.Add(word);
            if (!scanner.Compound.IsEmpty && vocabulary.TermOf(vocabulary.NumberOf(scanner.Compound)) is >= 0 and var compound)
            {
                var length = scanner.Start + scanner.Length - scanner.CompoundStart;
                Terms.Add((compound, places.Next(scanner.CompoundStart, length, scanner.Position - 1)));
            }

            if (vocabulary.TermOf(word) is >= 0 and var term)
            {
                Terms.Add((term, places.Next(scanner.Start, scanner.Length, scanner.Position)));
            }
        }

        Length = Terms.Count;
    }
}
