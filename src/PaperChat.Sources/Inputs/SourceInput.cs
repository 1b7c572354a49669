using System.Runtime.CompilerServices;
using PaperChat.Ingestion;

namespace PaperChat.Sources.Inputs;

/// <summary>
/// A file or a stream that is looked at once, to recognise it, and read after that. A file is opened anew for every reading
/// (none stays open in between); what cannot seek, such as a pipe, keeps its stream and can be read once.
/// </summary>
internal sealed class SourceInput(string location, Func<Stream> open)
{
    private const int HeadSize = 64 * 1024;
    private byte[] _taken = [];
    private byte[] _textStart = [];
    private byte[] _decodedHead = [];
    private bool _canReopen;
    private Stream? _kept;

    public string Location => location;

    /// <summary>The first decoded bytes, at most 64 KiB, in UTF-8 with a byte order mark if there is one.</summary>
    public ReadOnlySpan<byte> Head => _decodedHead;

    public bool HeadIsAll { get; private set; }

    /// <summary>Whether it can be opened anew, after <see cref="PeekAsync"/>.</summary>
    public bool CanReopen => _canReopen;

    /// <summary>False for a compressed input.</summary>
    public bool IsStoredAsItIs => !InputDecoding.IsGzip(_taken);

    public async Task PeekAsync(CancellationToken cancellationToken)
    {
        var stream = open();
        _canReopen = stream.CanSeek || stream is ZipEntryStream;
        try
        {
            (_taken, var takenAll) = await FillAsync(stream, cancellationToken);
            (_decodedHead, HeadIsAll) = await DecodeHeadAsync(takenAll, cancellationToken);
            _kept = _canReopen ? null : stream;
        }
        finally
        {
            if (_kept is null)
            {
                await CloseAsync(stream);
            }
        }
    }

    /// <summary>Gives back a stream that will not be read after all.</summary>
    public ValueTask CloseAsync() => TakeKept() is { } kept ? CloseAsync(kept) : ValueTask.CompletedTask;

    /// <summary>
    /// All stored bytes of an input that can be read once only, which is used up by that; null for one of more than
    /// <paramref name="most"/> bytes.
    /// </summary>
    public async Task<byte[]?> TakeAllAsync(int most, CancellationToken cancellationToken)
    {
        if (TakeKept() is not { } rest)
        {
            return _taken;
        }

        using var all = new MemoryStream();
        await all.WriteAsync(_taken, cancellationToken);
        var buffer = new byte[HeadSize];
        for (int count; (count = await rest.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await all.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            if (all.Length > most)
            {
                await CloseAsync(rest);
                return null;
            }
        }

        await CloseAsync(rest);
        return all.ToArray();
    }

    /// <summary>
    /// Opens the input, gives it to <paramref name="read"/>, passes on its items and closes the input. A failure to open or to
    /// go on is a rejection at the end; so is an input in which the reader found nothing at all.
    /// </summary>
    public async IAsyncEnumerable<SourceItem> ReadAsync(
        Func<InputStream, CancellationToken, IAsyncEnumerable<SourceItem>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (stream, problem) = Open();
        if (stream is null)
        {
            yield return new SourceItem.Rejected(problem!, null, 0);
            yield break;
        }

        try
        {
            var input = Decode(stream);
            await using var _ = input;
            var items = 0L;
            await foreach (var item in read(input, cancellationToken).WithCancellation(cancellationToken))
            {
                items++;
                yield return item;
            }

            if (input.Failure is { } failure)
            {
                yield return new SourceItem.Rejected(InputFailure.Describe(location, failure) + " What came before it was read.", null, input.BytesRead);
            }
            else if (items == 0)
            {
                yield return new SourceItem.Rejected($"{location} holds no papers.", null, input.BytesRead);
            }
        }
        finally
        {
            await CloseAsync(stream);
        }
    }

    private (Stream? Stream, string? Problem) Open()
    {
        if (!_canReopen)
        {
            return TakeKept() is { } kept ? (kept, null) : (null, $"{location} is a stream that has been read already: it can be read once.");
        }

        try
        {
            return (open(), null);
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            return (null, InputFailure.Describe(location, failure));
        }
    }

    private Stream? TakeKept()
    {
        var kept = _kept;
        _kept = null;
        return kept;
    }

    private InputStream Decode(Stream stream)
    {
        var stored = new StoredStream(_canReopen ? ReadOnlyMemory<byte>.Empty : _taken, stream);
        var text = InputDecoding.IsGzip(_taken) ? InputDecoding.Gunzip(stored) : stored;
        return new InputStream(InputDecoding.ToUtf8(text, _textStart), stored);
    }

    private async Task<(byte[] Bytes, bool IsAll)> DecodeHeadAsync(bool takenAll, CancellationToken cancellationToken)
    {
        var (text, isAll) = InputDecoding.IsGzip(_taken) ? await GunzipHeadAsync(takenAll, cancellationToken) : (_taken, takenAll);
        _textStart = text[..Math.Min(2, text.Length)];
        await using var utf8 = InputDecoding.ToUtf8(new MemoryStream(text), _textStart);
        var (decoded, decodedAll) = await FillAsync(utf8, cancellationToken);
        return (decoded, isAll && decodedAll);
    }

    private async Task<(byte[] Bytes, bool IsAll)> GunzipHeadAsync(bool takenAll, CancellationToken cancellationToken)
    {
        var stored = new StoredStream(_taken, Stream.Null);
        await using var head = new InputStream(InputDecoding.Gunzip(stored), stored);
        var (text, isAll) = await FillAsync(head, cancellationToken);

        // What was taken usually ends in the middle of the compressed data: that failure says nothing about the input.
        return takenAll && text.Length == 0 && head.Failure is { } failure ? throw failure : (text, isAll && takenAll);
    }

    private static async Task<(byte[] Bytes, bool IsAll)> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadSize];
        var count = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return (buffer[..count], count < buffer.Length);
    }

    // Standard input is the caller's: only files that this class opened are closed.
    private static ValueTask CloseAsync(Stream stream) => stream is FileStream or ZipEntryStream ? stream.DisposeAsync() : ValueTask.CompletedTask;
}
