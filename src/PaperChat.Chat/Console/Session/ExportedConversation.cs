using System.Reflection;
using PaperChat.Answering;
using PaperChat.Bibliography;
using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

/// <summary>A conversation with what is needed to repeat it: the library's state, the settings, the models and prompts of its answers.</summary>
internal sealed record ExportedConversation
{
    public required string Version { get; init; }

    public required DateTimeOffset Exported { get; init; }

    public required LibraryState Library { get; init; }

    public required LibraryManifest Manifest { get; init; }

    public required string Filters { get; init; }

    public int? Limit { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>The papers that the answers cite, in the order in which they first come.</summary>
    public required IReadOnlyList<Paper> Cited { get; init; }

    /// <summary>The models that wrote answers, with the hashes of their prompts.</summary>
    public IReadOnlyList<ModelUse> Models => [.. Turns.Select(t => t.Answer?.Model).OfType<ModelUse>().DistinctBy(m => (m.Name, m.PromptHash))];

    public IReadOnlyList<BibliographyEntry> Bibliography => BibliographyWriter.Entries(Cited, BibliographyFormat.Bibtex, withAbstracts: false);

    public static async Task<ExportedConversation> OfAsync(ChatSession session, CancellationToken cancellationToken)
    {
        var turns = session.Conversation.Turns;
        return new ExportedConversation
        {
            Version = typeof(ExportedConversation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Exported = session.Time.GetUtcNow(),
            Library = await session.Library.GetStateAsync(cancellationToken),
            Manifest = await session.Library.GetManifestAsync(cancellationToken),
            Filters = FilterText.Describe(session.Conversation.Filters),
            Limit = session.Limit,
            Turns = turns,
            Cited = [.. turns.SelectMany(t => t.Answer?.Citations ?? []).Select(c => c.Paper).DistinctBy(p => p.Id)],
        };
    }
}
