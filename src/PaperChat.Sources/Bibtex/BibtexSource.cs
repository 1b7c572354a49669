using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;

namespace PaperChat.Sources.Bibtex;

/// <summary>
/// BibTeX and biblatex files, as Zotero, JabRef and others write them. Entries keep their order; one that cannot be read is reported
/// with its line, and a key that comes twice is reported and read. An entry that takes fields from one that stands after it waits for the
/// end of the file.
/// </summary>
internal sealed class BibtexSource(SourceInput input, SourceOptions options) : InputSource(SourceFormats.Bibtex, input)
{
    private const int MostWaitingCharacters = 32 * 1024 * 1024;
    private const string MonthNames = "jan feb mar apr may jun jul aug sep oct nov dec";

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bytes = new InputBytes(stream);
        var scan = new BibtexScan();
        var macros = MonthNames.Split(' ').ToDictionary(m => m, m => m, StringComparer.OrdinalIgnoreCase);
        var keys = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        var file = new BibtexFile(macros, keys, new BibtexInheritance());
        while (await bytes.FillAsync(cancellationToken))
        {
            while (bytes.TryTake(out var value))
            {
                if (scan.Take(value, bytes.Line) is { } piece && Read(piece, file, stream.BytesRead) is { } item)
                {
                    yield return item;
                }
            }
        }

        if (!stream.IsBroken && scan.End() is { } rest && Read(rest, file, stream.BytesRead) is { } last)
        {
            yield return last;
        }

        foreach (var (entry, line) in file.Waiting)
        {
            yield return Entry(entry, file, line, stream.BytesRead);
        }
    }

    // Null for a command that is no entry, and for an entry that waits.
    private SourceItem? Read(TextPiece piece, BibtexFile file, long bytesRead)
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
            var fields = new BibtexParser(text, file.Macros).Read(type);
            if (type != BibtexEntryTypes.Macro)
            {
                return Take(fields, file, piece.Line, bytesRead);
            }

            foreach (var (name, value) in fields.All)
            {
                file.Macros[name] = value;
            }

            return null;
        }
        catch (FormatException failure)
        {
            // A word with an at sign and a bracket after it is comment when it is no type of an entry.
            return BibtexEntryTypes.IsKnown(type) ? new SourceItem.Rejected(failure.Message, piece.Line, bytesRead) : null;
        }
    }

    private SourceItem? Take(BibtexFields fields, BibtexFile file, long line, long bytesRead)
    {
        file.Inheritance.Add(fields);
        if (fields.Type == "xdata")
        {
            // It holds fields for others and is no paper.
            return null;
        }

        if (file.Inheritance.Missing(fields).Count > 0 && file.TryWait(fields, line))
        {
            return null;
        }

        return Entry(fields, file, line, bytesRead);
    }

    private SourceItem Entry(BibtexFields given, BibtexFile file, long line, long bytesRead)
    {
        var keys = file.Keys;
        var fields = BibtexInheritance.Inherits(given) ? file.Inheritance.Complete(given) : given;
        if (BibtexRecord.Read(fields, options, out var problem) is not { } record)
        {
            return new SourceItem.Rejected($"{problem} (entry '{Records.Excerpt.Of(fields.Key)}')", line, bytesRead);
        }

        var first = fields.Key.Length == 0 || keys.TryAdd(fields.Key, line) ? line : keys[fields.Key];
        return new SourceItem.Read(record, line, bytesRead)
        {
            Remark = first != line ? $"The key '{Records.Excerpt.Of(fields.Key)}' stands on line {first} too; both entries were read."
                : file.Inheritance.Missing(given) is [var missing, ..] ? $"The entry '{Records.Excerpt.Of(missing)}' that '{Records.Excerpt.Of(fields.Key)}' takes fields from is not in the file."
                : given.Slip,
        };
    }

    // What of a file has been read so far.
    private sealed record BibtexFile(Dictionary<string, string> Macros, Dictionary<string, long> Keys, BibtexInheritance Inheritance)
    {
        private readonly List<(BibtexFields Entry, long Line)> _waiting = [];
        private long _characters;

        public IReadOnlyList<(BibtexFields Entry, long Line)> Waiting => _waiting;

        // False when those that wait hold all the memory that they may: the entry is read without what it would take.
        public bool TryWait(BibtexFields entry, long line)
        {
            var size = entry.Size;
            if (_characters + size > MostWaitingCharacters)
            {
                return false;
            }

            _characters += size;
            _waiting.Add((entry, line));
            return true;
        }
    }
}
