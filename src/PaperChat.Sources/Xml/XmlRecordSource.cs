using System.Runtime.CompilerServices;
using PaperChat.Ingestion;
using PaperChat.Sources.Inputs;
using PaperChat.Sources.Records;

namespace PaperChat.Sources.Xml;

/// <summary>Records in XML, read one at a time. A file with a document type of its own is refused whole: nothing of it is expanded.</summary>
internal abstract class XmlRecordSource(string format, SourceInput input, SourceOptions options) : InputSource(format, input)
{
    /// <summary>Elements that are a record each, and those that <see cref="Fill"/> wants to see besides.</summary>
    protected abstract IReadOnlyCollection<string> Records { get; }

    /// <summary>Elements whose opening tags say something of the records in them.</summary>
    protected virtual IReadOnlyCollection<string> Holders => [];

    protected override async IAsyncEnumerable<SourceItem> ReadAsync(InputStream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bytes = new InputBytes(stream);
        var scan = new XmlScan(Records, Holders);
        while (await bytes.FillAsync(cancellationToken))
        {
            while (bytes.TryTake(out var value))
            {
                if (scan.Take(value, bytes.Line) is { } piece && Item(piece, stream.BytesRead) is { } item)
                {
                    yield return item;
                }
                else if (scan.DeclaresEntities)
                {
                    yield return new SourceItem.Rejected("The file declares a document type with entities of its own, which is refused. Save it without one.", bytes.Line, stream.BytesRead);
                    yield break;
                }
            }
        }

        if (!stream.IsBroken && scan.End() is { } rest && Item(rest, stream.BytesRead) is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Notes an opening tag of <see cref="Holders"/>.</summary>
    protected virtual void Enter(XmlNode holder)
    {
    }

    /// <summary>Fills the record of an element. False for one that holds no record.</summary>
    protected abstract bool Fill(RecordBuilder builder, XmlNode element);

    private SourceItem? Item(XmlPiece piece, long bytesRead)
    {
        if (piece.IsOpening)
        {
            if (XmlRecord.ReadOpening(piece.Text) is { } holder)
            {
                Enter(holder);
            }

            return null;
        }

        var builder = new RecordBuilder(options);
        if (XmlRecord.Read(piece.Text, out var problem) is not { } element)
        {
            return new SourceItem.Rejected(problem!, piece.Text.Line, bytesRead);
        }

        return !Fill(builder, element) ? null
            : builder.Build() is { } record ? new SourceItem.Read(record, piece.Text.Line, bytesRead)
            : new SourceItem.Rejected(builder.Problem!, piece.Text.Line, bytesRead);
    }
}
