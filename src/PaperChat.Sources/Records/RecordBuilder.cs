using System.Globalization;
using PaperChat.Ingestion;
using PaperChat.Papers;

namespace PaperChat.Sources.Records;

/// <summary>
/// Gathers the values of one record and makes a paper of them, or says why it is none. The first problem is kept. Blank values
/// count as absent.
/// </summary>
internal sealed class RecordBuilder(SourceOptions options)
{
    private const int EarliestYear = 1000;
    private const int LatestYear = 2999;
    private string? _key;
    private string? _title;
    private string? _abstract;
    private string? _abstractElsewhere;
    private string? _body;
    private IReadOnlyList<string> _authors = [];
    private int? _year;
    private string? _venue;
    private string? _url;
    private string? _doi;
    private string? _arxiv;
    private IReadOnlyList<string> _categories = [];
    private IReadOnlyList<string> _keywords = [];
    private IReadOnlyList<string> _links = [];
    private ListedDate? _listed;
    private PaperKind _kind;
    private int? _upvotes;
    private int? _version;
    private DateOnly? _updated;
    private PaperStatus _status;

    /// <summary>Why the record cannot be taken; null while it can.</summary>
    public string? Problem { get; private set; }

    public void Fail(string problem) => Problem ??= problem;

    public void Set(RecordField field, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        switch (field)
        {
            case RecordField.Key: _key = value; break;
            case RecordField.Title: _title = value; break;
            case RecordField.Abstract: _abstract = value; break;
            case RecordField.AbstractElsewhere: _abstractElsewhere ??= value; break;
            case RecordField.Body: _body = value; break;
            case RecordField.Authors: _authors = NameList.Authors(value); break;
            case RecordField.Year: SetYear(value); break;
            case RecordField.Venue: _venue = value; break;
            case RecordField.Url: _url = value; break;
            case RecordField.Doi: _doi = value; break;
            case RecordField.Arxiv: _arxiv = value; break;
            case RecordField.Categories: _categories = NameList.Codes(value); break;
            case RecordField.Keywords: _keywords = NameList.Keywords(value); break;
            case RecordField.Links: _links = NameList.Codes(value); break;
            case RecordField.Listed: SetListed(value); break;
            case RecordField.Kind: SetKind(value); break;
            case RecordField.Upvotes: _upvotes = RecordNumber(value); break;
            case RecordField.Version: _version = RecordNumber(value); break;
            case RecordField.Updated: _updated = RecordDate.Of(value); break;
            case RecordField.Status: SetStatus(WithdrawalNote.OfStatus(value)); break;
        }
    }

    public void Set(RecordField field, IReadOnlyList<string> values)
    {
        switch (field)
        {
            case RecordField.Authors: _authors = values; break;
            case RecordField.Categories: _categories = values; break;
            case RecordField.Keywords: _keywords = values; break;
            case RecordField.Links: _links = values; break;
            default: Set(field, string.Join(' ', values)); break;
        }
    }

    public void SetYear(int year)
    {
        if (year is < EarliestYear or > LatestYear)
        {
            Fail($"The year {year} is not between {EarliestYear} and {LatestYear}.");
            return;
        }

        _year = year;
    }

    /// <summary>What was said first of a paper taken back stays said.</summary>
    public void SetStatus(PaperStatus status) => _status = _status == PaperStatus.Current ? status : _status;

    public void SetListed(ListedDate? listed) => _listed = listed;

    /// <summary>The paper, or null with <see cref="Problem"/> set.</summary>
    public SourceRecord? Build()
    {
        if (_title is null)
        {
            Fail("The record has no title.");
        }

        else
        {
            SetStatus(WithdrawalNote.OfTitle(_title));
        }

        return Problem is not null ? null : new SourceRecord
        {
            Key = _key,
            Title = _title!,
            Abstract = _abstract ?? _abstractElsewhere ?? "",
            Body = _body,
            Authors = _authors,
            Year = _year,
            Venue = _venue,
            Url = _url,
            Doi = _doi,
            Arxiv = _arxiv,
            Categories = _keywords.Count == 0 ? _categories : [.. _categories, .. _keywords.Except(_categories)],
            Links = _links,
            Listed = _listed ?? options.Listed,
            Kind = options.Kind ?? _kind,
            Upvotes = _upvotes,
            Version = _version,
            Updated = _updated,
            Status = _status,
        };
    }

    private void SetYear(string value)
    {
        if (int.TryParse(value.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            SetYear(year);
        }
        else
        {
            Fail($"The year '{Excerpt.Of(value)}' is not a number.");
        }
    }

    // A version such as "1.2" or "preprint" counts nothing, and costs no paper.
    private static int? RecordNumber(string value) =>
        int.TryParse(value.AsSpan().Trim().TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void SetListed(string value)
    {
        if (ListedDate.TryParse(value.Trim(), out var listed))
        {
            _listed = listed;
        }
        else
        {
            Fail($"The listed day '{Excerpt.Of(value)}' is neither yyyy-MM-dd nor --MM-dd.");
        }
    }

    private void SetKind(string value)
    {
        if (char.IsAsciiLetter(value[0]) && Enum.TryParse<PaperKind>(value, ignoreCase: true, out var kind))
        {
            _kind = kind;
        }
        else
        {
            Fail($"The kind '{Excerpt.Of(value)}' is none of abstract, summary and document.");
        }
    }
}
