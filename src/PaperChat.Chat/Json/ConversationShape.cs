using PaperChat.Bibliography;
using PaperChat.Chat.Console.Session;

namespace PaperChat.Chat.Json;

/// <summary>What <c>/export FILE.json</c> writes.</summary>
internal sealed record ConversationShape(
    string Version, string Exported, ConversationLibraryShape Library, ConversationSettingsShape Settings, IReadOnlyList<ModelShape> Models,
    IReadOnlyList<ConversationTurnShape> Turns, IReadOnlyList<BibliographyEntryShape> Bibliography)
{
    public static ConversationShape Of(ExportedConversation conversation) => new(
        conversation.Version,
        conversation.Exported.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        new ConversationLibraryShape(conversation.Library.Papers, conversation.Library.Generation, ManifestShape.Of(conversation.Manifest)),
        new ConversationSettingsShape(conversation.Filters.Length > 0 ? conversation.Filters : null, conversation.Limit),
        [.. conversation.Models.Select(ModelShape.Of)],
        [.. conversation.Turns.Select(t => new ConversationTurnShape(t.Question, t.Answer is { } answer ? AnswerShape.Of(answer, id: null) : null))],
        [.. conversation.Bibliography.Select(Entry)]);

    private static BibliographyEntryShape Entry(BibliographyEntry entry) => new(entry.Key, entry.Paper.Id.Value, entry.Text);
}
