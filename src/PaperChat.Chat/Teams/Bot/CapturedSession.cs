using PaperChat.Chat.Console.Session;
using PaperChat.Chat.Desk;
using Spectre.Console;

namespace PaperChat.Chat.Teams.Bot;

/// <summary>A session of the console's chat whose console is a text: commands of the console are Teams' commands too.</summary>
internal sealed class CapturedSession : IDisposable
{
    private const int Unbounded = 1_000_000;

    private readonly StringWriter _output = new() { NewLine = "\n" };

    public CapturedSession(PaperDesk desk, Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = Unbounded;
        Session = new ChatSession
        {
            Console = console,
            Library = desk.Library,
            Pipeline = desk.Pipeline,
            Search = desk.Search,
            Similar = desk.Similar,
            Reviews = desk.Reviews,
            Conversation = conversation,
            OpenAddress = _ => false,
            Time = desk.Time,
        };
    }

    public ChatSession Session { get; }

    /// <summary>What was said so far.</summary>
    public string Said => _output.ToString();

    public void Dispose() => _output.Dispose();
}
