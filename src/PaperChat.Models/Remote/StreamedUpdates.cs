using Microsoft.Extensions.AI;

namespace PaperChat.Models.Remote;

/// <summary>What the decorators of chat clients ask about an update of a stream.</summary>
internal static class StreamedUpdates
{
    /// <summary>Whether something of the answer is in it, text or the call of a function, after which nothing is asked again.</summary>
    public static bool HasBegun(this ChatResponseUpdate update) => update.Text.Length > 0 || update.Contents.Any(c => c is FunctionCallContent);
}
