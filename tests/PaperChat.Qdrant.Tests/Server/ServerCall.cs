using System.Text.Json;

namespace PaperChat.Qdrant.Tests.Server;

/// <summary>One request that the server got.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">Names and values behind the question mark.</param>
/// <param name="Body">The body; null without one.</param>
internal sealed record ServerCall(int Number, string Method, string Path, IReadOnlyList<(string Name, string Value)> Query, JsonElement? Body)
{
    public bool Writes => Method is "PUT" or "PATCH" or "DELETE" || Path.Contains("/delete", StringComparison.Ordinal) || Path.EndsWith("/payload", StringComparison.Ordinal);
}
