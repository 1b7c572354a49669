using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api.Access;

/// <summary>
/// What lets a client in: a name and the SHA-256 of a secret. Secrets are 256 random bits, so that a hash without salt or work factor
/// tells nothing of them; the secret itself is shown once, when it is made.
/// </summary>
internal sealed class ApiKey
{
    private const string HashPrefix = "sha256:";
    private const string SecretPrefix = "pc_";
    private const int SecretBytes = 32;

    private readonly byte[] _hash;

    private ApiKey(string name, byte[] hash) => (Name, _hash) = (name, hash);

    public string Name { get; }

    /// <summary>As the configuration holds it: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    public string Hash => HashPrefix + Convert.ToHexStringLower(_hash);

    /// <summary>A new secret and its key.</summary>
    public static (ApiKey Key, string Secret) Create(string name)
    {
        var secret = SecretPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        return (new ApiKey(name, HashOf(secret)), secret);
    }

    /// <exception cref="UsageException">It is no hash.</exception>
    public static ApiKey Parse(string name, string? hash)
    {
        try
        {
            if (hash?.Trim() is { } text && text.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase)
                && Convert.FromHexString(text[HashPrefix.Length..]) is { Length: SHA256.HashSizeInBytes } bytes)
            {
                return new ApiKey(name, bytes);
            }
        }
        catch (FormatException)
        {
            // Told below.
        }

        throw new UsageException(
            $"Serve:Keys:{TerminalText.Line(name)} is the hash of a key, sha256: and 64 hexadecimal digits; 'paperchat serve --new-key NAME' makes a key and its hash.");
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Takes as long whether it matches or not.</summary>
    public bool Matches(ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(_hash, hash);
}
