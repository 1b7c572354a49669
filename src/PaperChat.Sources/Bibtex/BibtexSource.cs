using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Bibtex;

/// <summary>
/// BibTeX and biblatex files, as Zotero, JabRef and others write them. Entries keep their order; one that cannot be read is reported
/// with its line, and a key that comes twice is reported and read.
/// </summary>
internal sealed class BibtexSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.Bibtex, input)
{
    private const string MonthNames = "jan feb mar apr may jun jul aug sep oct nov dec";

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bytes = new InputBytes(stream);
        var scan = new BibtexScan();
        var macros = MonthNames.Split(' ').ToDictionary(m => m, m => m, StringComparer.OrdinalIgnoreCase);
        var keys = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        while (await bytes.FillAsync(cancellationToken))
        {
            while (bytes.TryTake(out var value))
            {
                if (scan.Take(value, bytes.Line) is { } piece && Read(piece, macros, keys, stream.BytesRead) is { } item)
                {
                    yield return item;
                }
            }
        }

        if (!stream.IsBroken && scan.End() is { } rest && Read(rest, macros, keys, stream.BytesRead) is { } last)
        {
            yield return last;
        }
    }

    // Null for a command that is no entry.
    private SourceItem? Read(TextPiece piece, Dictionary<string, string> macros, Dictionary<string, long> keys, long bytesRead)
    {
        if (piece.Problem is { } problem)
        {
            return new SourceItem.Rejected(problem, piece.Line, bytesRead);
        }

        var text = piece.Text;
        var type = BibtexParser.TypeOf(text);
        if (type.StartsWith(BibtexEntryTypes.Comment, StringComparison.Ordinal) || type == BibtexEntryTypes.Preamble)
        {
            return null;
        }

        try
        {
            var fields = new BibtexParser(text, macros).Read(type);
            if (type != BibtexEntryTypes.Macro)
            {
                return Entry(fields, keys, piece.Line, bytesRead);
            }

            foreach (var (name, value) in fields.All)
            {
                macros[name] = value;
            }

            return null;
        }
        catch (FormatException failure)
        {
            // A word with an at sign and a bracket after it is comment when it is no type of an entry.
            return BibtexEntryTypes.IsKnown(type) ? new SourceItem.Rejected(failure.Message, piece.Line, bytesRead) : null;
        }
    }

    private SourceItem Entry(BibtexFields fields, Dictionary<string, long> keys, long line, long bytesRead)
    {
        if (BibtexRecord.Read(fields, options, out var problem) is not { } record)
        {
            return new SourceItem.Rejected($"{problem} (entry '{Records.Excerpt.Of(fields.Key)}')", line, bytesRead);
        }

        var first = fields.Key.Length == 0 || keys.TryAdd(fields.Key, line) ? line : keys[fields.Key];
        return new SourceItem.Read(record, line, bytesRead)
        {
            Remark = first == line ? null : $"The key '{Records.Excerpt.Of(fields.Key)}' stands on line {first} too; both entries were read.",
        };
    }
}
