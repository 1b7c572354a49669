using PaperChat.Bibliography;
using PaperChat.Ingestion;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Ris;

/// <summary>The lines of one reference, from TY on, and the paper in them.</summary>
internal sealed class RisReference(long line)
{
    // Longer texts than any abstract: a file whose ER lines are lost must not take all memory.
    private const int MostLines = 20_000;

    private readonly List<(string Tag, string Value)> _values = [];

    public void Add(RisLine line)
    {
        if (line.Tag is not null && _values.Count < MostLines)
        {
            _values.Add((line.Tag, line.Value));
        }
        else if (line.Tag is null && line.Value.Length > 0 && _values.Count > 0 && _values[^1].Value.Length < MostLines * 10)
        {
            // Keywords may stand on a line each under one tag.
            var (tag, value) = _values[^1];
            _values[^1] = (tag, value + (tag == "KW" ? "\n" : " ") + line.Value);
        }
    }

    public SourceItem Build(SourceOptions options, long bytesRead)
    {
        var builder = new RecordBuilder(options);
        builder.Set(RecordField.Key, First("DB") == "PaperChat" ? First("AN") ?? "" : "");
        builder.Set(RecordField.Title, First("TI", "T1", "CT", "BT") ?? "");
        builder.Set(RecordField.Abstract, First("AB", "N2") ?? "");
        builder.Set(RecordField.Authors, [.. All("AU", "A1").Select(a => PersonName.Parse(a).ToString())]);
        if (ReferenceYear.In(First("PY", "Y1", "DA")) is { } year)
        {
            builder.SetYear(year);
        }

        builder.Set(RecordField.Venue, First("T2", "JO", "JF", "JA", "J2", "C3") ?? (First("TI", "T1", "CT") is null ? "" : First("BT") ?? ""));
        string[] addresses = [.. All("UR", "L2").SelectMany(u => u.Split([';', ' '], StringSplitOptions.RemoveEmptyEntries)).Where(u => u.Contains("://", StringComparison.Ordinal))];
        builder.Set(RecordField.Url, addresses.FirstOrDefault() ?? "");
        builder.Set(RecordField.Links, addresses.Skip(1).ToArray());
        builder.Set(RecordField.Doi, First("DO") ?? (First("M3") is { } other && other.Contains("10.", StringComparison.Ordinal) ? other : ""));
        builder.Set(RecordField.Arxiv, All("N1", "AN", "M1", "C1", "JO", "T2").Select(ArxivMention.In).FirstOrDefault(a => a is not null) ?? "");
        builder.Set(RecordField.Keywords, [.. All("KW").SelectMany(k => k.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);
        return builder.Build() is { } record
            ? new SourceItem.Read(record, line, bytesRead)
            : new SourceItem.Rejected(builder.Problem ?? "The reference is no paper.", line, bytesRead);
    }

    private string? First(params string[] tags) => tags.Select(t => All(t).FirstOrDefault()).FirstOrDefault(v => v is not null);

    private IEnumerable<string> All(params string[] tags) => _values.Where(v => tags.Contains(v.Tag) && v.Value.Length > 0).Select(v => v.Value);
}
