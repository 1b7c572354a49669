using System.Text;
using PaperChat.Text;

namespace PaperChat.Matching;

/// <summary>A title taken apart to be compared with another.</summary>
internal sealed class ComparableTitle
{
    private static readonly HashSet<string> Notices =
    [
        "reply", "comment", "comments", "response", "erratum", "errata", "corrigendum", "correction", "retraction", "addendum",
        "rejoinder", "re", "supplement", "supplementary",
    ];

    private static readonly HashSet<string> NoticeLinks = ["to", "on", "notice", "note", "for", "regarding", "material", "of"];

    // What stands over many texts.
    private static readonly HashSet<string> GenericTitles =
    [
        "introduction", "editorial", "preface", "foreword", "conclusion", "conclusions", "abstract", "overview", "survey", "tutorial",
        "keynote", "panel", "erratum", "corrigendum", "index", "discussion", "comments", "contents", "tableofcontents", "guesteditorial",
        "guesteditorsintroduction", "editorsnote", "inthisissue", "frontmatter", "backmatter", "bookreview", "newsandviews", "obituary",
        "acknowledgements", "acknowledgments", "authorindex", "untitled", "notitle", "letterfromtheeditor", "preliminaries", "title",
        "invitedtalk", "keynoteaddress", "references", "bibliography", "summary", "proceedings", "poster", "workshop", "test",
        "relatedwork", "background", "discussionandconclusion", "welcome", "welcomemessage", "messagefromthechairs", "programcommittee",
    ];

    private ComparableTitle(string letters, string main, string rest, string[] words, string[] mainWords, bool isCut)
    {
        (Letters, Main, Rest, Words, IsCut) = (letters, main, rest, words, isCut);
        RestWords = words[Math.Min(mainWords.Length, words.Length)..];
        Notice = NoticeOf(words);
        IsGeneric = GenericTitles.Contains(letters);
    }

    public string Letters { get; }

    /// <summary>Letters before the subtitle; empty without one.</summary>
    public string Main { get; }

    /// <summary>Letters of the subtitle.</summary>
    public string Rest { get; }

    public string[] Words { get; }

    public string[] RestWords { get; }

    public bool IsCut { get; }

    public bool IsGeneric { get; }

    /// <summary>What it is to another work: "reply", "erratum"; null for a work by itself.</summary>
    public string? Notice { get; }

    public static ComparableTitle Of(string title)
    {
        var letters = TitleLetters.Of(title);
        var all = letters.Letters.ToString();
        var (main, isCut) = (letters.MainLength, letters.IsCut);
        var bare = TitleLetters.Bare(TextCleaner.Clean(title).Text, out _);
        var words = WordsOf(bare);
        return new ComparableTitle(all, all[..main], main > 0 ? all[main..] : "", words, main > 0 ? WordsUntil(words, main) : [], isCut);
    }

    // The words have the letters of the whole, so that lengths can be compared.
    private static string[] WordsOf(ReadOnlySpan<char> text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        Span<char> letters = stackalloc char[Matching.Letters.MostOfOne];
        foreach (var c in text)
        {
            var count = Matching.Letters.Write(c, letters);
            if ((count == 0 || c == '&') && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            word.Append(letters[..count]);
            if (c == '&')
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return word.Length > 0 ? [.. words, word.ToString()] : [.. words];
    }

    private static string[] WordsUntil(string[] words, int letters)
    {
        var count = 0;
        while (count < words.Length && letters > 0)
        {
            letters -= words[count++].Length;
        }

        return words[..count];
    }

    private static string? NoticeOf(string[] words)
    {
        for (var i = 0; i < Math.Min(words.Length, 3); i++)
        {
            if (Notices.Contains(words[i]) && (words[i] is "re" or "erratum" or "errata" or "corrigendum" or "rejoinder" or "addendum"
                ? i == 0
                : i + 1 < words.Length && NoticeLinks.Contains(words[i + 1]) && (i == 0 || words[0] is "author" or "authors" or "a" or "publisher" or "invited")))
            {
                return words[i];
            }
        }

        return words.Length > 0 && words[0] is "correction" or "retraction" ? words[0] : null;
    }
}
