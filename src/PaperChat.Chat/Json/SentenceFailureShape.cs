using PaperChat.Verification;

namespace PaperChat.Chat.Json;

/// <summary>Why a sentence is unsupported: what it claims, and what the cited text has in its place.</summary>
internal sealed record SentenceFailureShape(CheckFailureKind Kind, string Claimed, string? Found)
{
    public static SentenceFailureShape Of(CheckFailure failure) => new(failure.Kind, failure.Claimed, failure.Found);
}
