using PaperChat.Chat.Api.OpenAI.Shapes;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>What PaperChat is called as a model.</summary>
internal static class ServedModels
{
    /// <summary>As the configuration has it: a model's words where one is configured, else the papers' own.</summary>
    public const string Usual = "paperchat";

    /// <summary>In the papers' own sentences, whatever is configured.</summary>
    public const string Extractive = "paperchat-extractive";

    /// <summary>Looks further with the configured model.</summary>
    public const string Deep = "paperchat-deep";

    /// <summary>Those that answer, and the embedding model.</summary>
    public static IReadOnlyList<ModelCard> CardsOf(PaperDesk desk) =>
        [.. AnsweringOf(desk).Concat(desk.Embedding is { } embedding ? [embedding.Info.Name] : []).Select(name => new ModelCard(name, 0))];

    /// <exception cref="NotFoundException">There is no such model.</exception>
    public static string Check(string? name, PaperDesk desk) =>
        string.IsNullOrEmpty(name) ? Usual
        : AnsweringOf(desk).FirstOrDefault(n => n == name) ?? throw Unknown(name, desk);

    public static NotFoundException Unknown(string name, PaperDesk desk) =>
        new($"The model '{TerminalText.Line(name)}' does not exist; there are {string.Join(", ", CardsOf(desk).Select(c => c.Id))}.");

    private static string[] AnsweringOf(PaperDesk desk) => desk.Model is null ? [Usual, Extractive] : [Usual, Extractive, Deep];
}
