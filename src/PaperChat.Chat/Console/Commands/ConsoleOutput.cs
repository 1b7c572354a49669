using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperChat.Hosting;
using Spectre.Console;

namespace PaperChat.Chat.Console.Commands;

/// <summary>Where results go: a console for people, one JSON object a line for programs.</summary>
internal static class ConsoleOutput
{
    private const int Unbounded = 1_000_000;

    /// <summary>The console for people. Lines are broken for terminals only: what reads a pipe wants whole lines.</summary>
    public static IAnsiConsole Of(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Console.OutputIsTerminal)
        {
            context.Console.Ansi.Profile.Width = Unbounded;
        }

        return context.Console.Ansi;
    }

    public static void WriteJson<T>(CommandContext context, T shape, JsonTypeInfo<T> type) =>
        context.Console.Out.WriteLine(JsonSerializer.Serialize(shape, type));
}
