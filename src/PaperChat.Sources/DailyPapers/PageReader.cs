using PaperChat.Ingestion;
using PaperChat.Papers;

namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// Makes papers of a page's pieces. A paper is held back until the next title, since a further paragraph may belong to it. Of the
/// short pieces before an abstract the last that is no furniture is its title; what came before the heading and between it and
/// the date is banner.
/// </summary>
internal sealed class PageReader(SourceOptions options)
{
    private const int MostBannerPieces = 10;
    private readonly List<PagePiece> _short = [];
    private readonly Queue<(long Line, SourceRecord? Record, string? Problem)> _ready = new();
    private ListedDate? _date = options.Listed;
    private bool _inBanner = true;
    private PagePiece? _title;
    private PagePiece? _abstract;
    private IReadOnlyList<string> _authors = [];

    public bool TryTake(out (long Line, SourceRecord? Record, string? Problem) item) => _ready.TryDequeue(out item);

    public void Add(PagePiece piece)
    {
        if (PageLayout.IsHeading(piece.Text))
        {
            StartPage();
        }
        else if (piece.IsLong || IsShortText(piece))
        {
            AddText(piece);
        }
        else if (_inBanner && _short.Count < MostBannerPieces && PageDate.TryParse(piece.Text, out var date))
        {
            _date = options.Listed ?? date;
            _inBanner = false;
            _short.Clear();
        }
        else
        {
            _short.Add(piece);
        }
    }

    /// <summary>The page ends. When the input broke off (<paramref name="isBroken"/>), the last paper is not whole.</summary>
    public void Finish(bool isBroken)
    {
        if (_abstract is not null && _short.Count == 0 && (isBroken || !PageLayout.EndsWhole(_abstract.Text)))
        {
            Reject(_title!.Line, $"The page is cut off in the middle of the abstract of '{Records.Excerpt.Of(_title.Text)}': the paper is left out. Save the whole page again.");
            _abstract = null;
        }

        Flush();
        var titles = _short.Where(piece => !PageLayout.IsFurniture(piece.Text)).ToList();

        // One or two lines at the end may be a title that lost its abstract; more of them are the foot of the page.
        if (titles.Count is 1 or 2)
        {
            RejectTitles(titles);
        }
    }

    private void StartPage()
    {
        Flush();
        _short.Clear();
        _date = options.Listed;
        _inBanner = true;
    }

    // Right after an abstract a sentence is its last paragraph; after a title, a short abstract; in the banner, advertising.
    private bool IsShortText(PagePiece piece) =>
        !_inBanner && PageLayout.IsProse(piece.Text) && (_short.Count == 0 ? _abstract is not null : HasTitle());

    private bool HasTitle() => _short.Exists(piece => PageLayout.LooksLikeTitle(piece.Text));

    private void AddText(PagePiece piece)
    {
        if (_short.Count == 0 && _abstract is not null)
        {
            _abstract = new PagePiece(_abstract.Text + "\n\n" + piece.Text, true, _abstract.Line, _abstract.Problem ?? piece.Problem);
            return;
        }

        Flush();
        var titleAt = _short.FindLastIndex(candidate => !PageLayout.IsFurniture(candidate.Text));
        titleAt = titleAt >= 0 ? titleAt : _short.FindLastIndex(candidate => candidate.Text.Any(char.IsLetter));
        if (titleAt < 0)
        {
            Reject(piece.Line, piece.Problem ?? $"There is no title before the text that begins '{Records.Excerpt.Of(piece.Text)}'.");
        }
        else
        {
            Start(titleAt, piece);
        }

        _short.Clear();
        _inBanner = false;
    }

    private void Start(int titleAt, PagePiece piece)
    {
        (_title, _abstract) = (_short[titleAt], piece);
        var names = _short.Skip(titleAt + 1).FirstOrDefault(candidate => PageLayout.IsListOfNames(candidate.Text));
        _authors = names is null ? [] : Records.NameList.Authors(names.Text);
        if (!_inBanner)
        {
            RejectTitles(_short.Take(titleAt));
        }
    }

    private void RejectTitles(IEnumerable<PagePiece> titles)
    {
        foreach (var title in titles.Where(title => PageLayout.LooksLikeTitle(title.Text)))
        {
            Reject(title.Line, $"The title '{Records.Excerpt.Of(title.Text)}' has no abstract after it.");
        }
    }

    private void Reject(long line, string problem) => _ready.Enqueue((line, null, problem));

    private void Flush()
    {
        if (_title is not null && _abstract is not null)
        {
            var problem = _title.Problem ?? _abstract.Problem;
            _ready.Enqueue((_title.Line, problem is null ? Paper(_title.Text, _abstract.Text) : null, problem));
        }

        (_title, _abstract) = (null, null);
    }

    private SourceRecord Paper(string title, string text) => new()
    {
        Title = title,
        Abstract = text,
        Authors = _authors,
        Listed = _date,
        Kind = options.Kind ?? PaperKind.Abstract,
    };
}
