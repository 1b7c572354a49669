using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>
/// The part of an address that ends one subscription, for whoever holds it: the subscription's id, a dot, and HMAC-SHA-256 of it in
/// base64url, by a key that stays in the file of subscriptions.
/// </summary>
internal sealed class UnsubscribeToken
{
    private const string KeyName = "unsubscribe-key";
    private const string Purpose = "unsubscribe:";
    private const int KeyBytes = 32;

    private readonly byte[] _key;

    private UnsubscribeToken(byte[] key) => _key = key;

    /// <summary>With the key of a file, made when it is first wanted.</summary>
    public static UnsubscribeToken Of(WatchDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        if (database.Meta(KeyName) is null)
        {
            // The first of two that make one at the same time wins.
            database.Change("key made", connection => Embedded.Catalogue.SqliteCommands.Run(
                connection, "INSERT OR IGNORE INTO meta VALUES ($0, $1)", KeyName, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes))));
        }

        return new UnsubscribeToken(Convert.FromBase64String(database.Meta(KeyName)!));
    }

    public string Make(string subscription) => $"{subscription}.{Base64Url.EncodeToString(Sign(subscription))}";

    /// <summary>The subscription that a token ends; null for one that was not made here.</summary>
    public string? Read(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
        {
            return null;
        }

        var subscription = token[..dot];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token[(dot + 1)..]), Encoding.UTF8.GetBytes(Base64Url.EncodeToString(Sign(subscription))))
            ? subscription
            : null;
    }

    private byte[] Sign(string subscription) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(Purpose + subscription));
}
