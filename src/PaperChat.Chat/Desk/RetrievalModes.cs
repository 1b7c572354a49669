using PaperChat.Retrieval;

namespace PaperChat.Chat.Desk;

/// <summary>The modes of a search by the names that the user gives them.</summary>
internal static class RetrievalModes
{
    public static bool TryParse(string text, out RetrievalMode mode)
    {
        mode = Array.Find(Enum.GetValues<RetrievalMode>(), m => m.ToString().Equals(text, StringComparison.OrdinalIgnoreCase));
        return mode.ToString().Equals(text, StringComparison.OrdinalIgnoreCase);
    }
}
