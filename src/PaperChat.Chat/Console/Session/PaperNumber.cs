using System.Globalization;

namespace PaperChat.Chat.Console.Session;

/// <summary>Finds the paper that a number such as <c>1</c> or <c>[1]</c> means, or says why there is none.</summary>
internal static class PaperNumber
{
    public static ListedPaper? Find(ChatSession session, string arguments, string command)
    {
        var listed = session.Conversation.Listed;
        if (listed.Count == 0)
        {
            session.Say("There is no list of papers yet: ask a question, or try /papers or /search WORDS");
            return null;
        }

        var text = arguments.Trim('[', ']', '.', ' ');
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && listed.FirstOrDefault(l => l.Number == number) is { } paper)
        {
            return paper;
        }

        var numbers = listed.Count == 1 ? $"{listed[0].Number}" : $"{listed[0].Number} to {listed[^1].Number}";
        session.Say($"Give the number of a paper in the last list ({numbers}), such as /{command} {listed[0].Number}");
        return null;
    }
}
