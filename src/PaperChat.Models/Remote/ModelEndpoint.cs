namespace PaperChat.Models.Remote;

/// <summary>Where a model is and how to get at it. The key is a secret: it is in no text that this type makes.</summary>
public sealed record ModelEndpoint
{
    public required ModelProvider Provider { get; init; }

    /// <summary>The address below which <c>chat/completions</c> and <c>embeddings</c> are.</summary>
    public required Uri Address { get; init; }

    public required string Model { get; init; }

    /// <summary>Null where the server wants none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>True when text that is sent there leaves this machine.</summary>
    public bool IsRemote => !Address.IsLoopback;

    /// <summary>The key as it may be shown: its last four characters, and those only of a long one.</summary>
    public string RedactedKey => ApiKey switch
    {
        null or "" => "none",
        { Length: >= 20 } key => "..." + key[^4..],
        _ => "...",
    };

    public override string ToString() => $"{Model} at {Address.GetLeftPart(UriPartial.Path)}";

    /// <summary>Takes the key out of a text that comes from the server, which may repeat it.</summary>
    public string Redact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrEmpty(ApiKey))
        {
            return text;
        }

        text = text.Replace(ApiKey, "...", StringComparison.Ordinal);

        // Servers show a part of a wrong key: "sk-ab****cd".
        return ApiKey.Length < 8 ? text : text
            .Replace(ApiKey[..8], "...", StringComparison.Ordinal)
            .Replace(ApiKey[^8..], "...", StringComparison.Ordinal);
    }
}
