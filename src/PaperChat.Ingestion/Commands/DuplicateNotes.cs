using PaperChat.Hosting;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Ingestion.Commands;

/// <summary>After an ingestion: says which of the new papers may be in the library already, under another id and title.</summary>
internal sealed class DuplicateNotes(CommandContext context)
{
    // Comparing one takes a millisecond or two in a large library; a first filling is no place to look for doubles.
    private const int MostCompared = 1_000;

    private readonly List<PaperId> _added = [];

    public void Add(PaperId id)
    {
        if (_added.Count <= MostCompared)
        {
            _added.Add(id);
        }
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (context.Settings.EmbeddingModel is not { } model || _added.Count is 0 or > MostCompared)
        {
            return;
        }

        await using var library = await LibraryDoor.OpenAsync(context, cancellationToken);
        foreach (var pair in await new NearDuplicates(library, model).FindAsync(_added, cancellationToken))
        {
            context.Note(Describe(pair));
        }
    }

    internal static string Describe(NearDuplicate pair) => TerminalText.Line(FormattableString.Invariant(
        $"Possibly twice: {pair.Paper.Id} \"{pair.Paper.Title}\" is much like {pair.Like.Id} \"{pair.Like.Title}\" ({pair.Cosine:0.00})."));
}
