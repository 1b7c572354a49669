using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace PaperChat.Chat.Teams.Access;

/// <summary>
/// The keys of an issuer, read from its OpenID metadata and kept for a while. A key that is not among them has them read again, though
/// never more often than once a minute, and a reading that failed is not tried again for some seconds: unknown keys cost a stranger
/// nothing. Thread-safe.
/// </summary>
internal sealed class SigningKeys(string metadata, HttpClient http, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    public static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Reading? _last;
    private (PaperChatException Error, long At)? _failed;

    /// <summary>The keys as last read.</summary>
    /// <exception cref="PaperChatException">The metadata cannot be read.</exception>
    public async Task<IReadOnlyList<SecurityKey>> GetAsync(CancellationToken cancellationToken) =>
        _last is { } last && time.GetElapsedTime(last.At) < Kept ? last.Keys : await ReadAsync(Kept, cancellationToken);

    /// <summary>The keys after one of them was not found; the same ones where they were read a moment ago.</summary>
    /// <exception cref="PaperChatException">The metadata cannot be read.</exception>
    public Task<IReadOnlyList<SecurityKey>> RefreshAsync(CancellationToken cancellationToken) => ReadAsync(Between, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<IReadOnlyList<SecurityKey>> ReadAsync(TimeSpan oldest, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetElapsedTime(last.At) < oldest)
            {
                return last.Keys;
            }

            if (_failed is { } failed && time.GetElapsedTime(failed.At) < AfterFailure)
            {
                throw failed.Error;
            }

            var retriever = new HttpDocumentRetriever(http) { RequireHttps = metadata.StartsWith("https://", StringComparison.OrdinalIgnoreCase) };
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(metadata, retriever, cancellationToken);
            // As they were read: what else the issuer says of a key belongs to it.
            _last = new Reading([.. read.JsonWebKeySet?.Keys.Where(k => k.Use is null or "" or "sig") ?? []], time.GetTimestamp());
            _failed = null;
            return _last.Keys;
        }
        catch (Exception exception) when (exception is not PaperChatException && (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            var error = new PaperChatException($"The keys of {new Uri(metadata).Host} cannot be read; the sender will try again.", exception, isTransient: true);
            _failed = (error, time.GetTimestamp());
            throw error;
        }
        finally
        {
            _gate.Release();
        }
    }

    private sealed record Reading(IReadOnlyList<SecurityKey> Keys, long At);
}
