using PaperChat.Chat.Console.Rendering;
using PaperChat.Hosting;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

internal static class OpenCommand
{
    public static SlashCommand Command { get; } = new("open", "N", "open the page of paper N in the browser", RunAsync);

    private static Task<bool> RunAsync(ChatSession session, string arguments, CancellationToken cancellationToken)
    {
        if (PaperNumber.Find(session, arguments, "open") is { } found)
        {
            Open(session, found);
        }

        return Task.FromResult(true);
    }

    private static void Open(ChatSession session, ListedPaper listed)
    {
        if (PaperAddress.Of(listed.Paper) is not { } address)
        {
            session.Say($"The library knows no address of this paper. /show {listed.Number} shows its abstract.");
            return;
        }

        session.Say(TerminalText.Line(address));
        if (!session.OpenAddress(address))
        {
            session.Say("It could not be opened from here; copy the address into a browser.", Palette.Note);
        }
    }
}
