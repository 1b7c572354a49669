using PaperChat.Answering;
using PaperChat.Chat.Console.Commands;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;
using PaperChat.Review;

namespace PaperChat.Chat.Desk;

/// <summary>
/// An open library with the models over it, made once and shared by all requests of a program that stays, whichever door they come in
/// by. Thread-safe; owns the library and the chat model.
/// </summary>
internal sealed class PaperDesk(IPaperLibrary library, TimeProvider time, EmbeddingModel? embedding, ChatModel? model) : IAsyncDisposable
{
    private RecentAnswers? _recent;

    public IPaperLibrary Library => library;

    public TimeProvider Time => time;

    /// <summary>Null where words alone are searched.</summary>
    public EmbeddingModel? Embedding => embedding;

    /// <summary>Null where all is said in the papers' own sentences.</summary>
    public ChatModel? Model => model;

    /// <summary>What the library is called to clients, whom the paths of this machine do not concern: the own name of the folder or collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>The folder with prompts in place of the program's; null without one.</summary>
    public string? PromptFolder { get; init; }

    /// <summary>The filters of the command line, over which a request's own win.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    public AnswerPipeline Pipeline { get; } = new(library, time, model?.Answering, embedding);

    public PaperSearch Search { get; } = new(library, time, embedding);

    /// <summary>Answers and searches for doors that many come through.</summary>
    public RecentAnswers Recent => LazyInitializer.EnsureInitialized(ref _recent, () => new RecentAnswers(library, time, Pipeline, Search, model is not null));

    public SimilarPapers Similar { get; } = new(library, time, embedding);

    public ReviewBuilder Reviews { get; } = new(library, time, embedding, model?.Reviewing);

    /// <summary>A desk over an open library, which it owns from here on, with what the command line and the configuration name.</summary>
    public static PaperDesk Of(CommandContext context, IPaperLibrary library, bool withModel)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new PaperDesk(library, context.Time, context.Settings.EmbeddingModel, withModel ? ChatModel.Open(context) : null)
        {
            Name = context.Settings.Name,
            PromptFolder = context.Settings.Configuration["Prompts:Folder"],
            Filters = context.Settings.Filters,
        };
    }

    /// <summary>Opens the library that the command line names, with all models. An empty default one gets the sample first, and a note says so.</summary>
    public static async Task<PaperDesk> OpenAsync(CommandContext context, LibraryAccess libraries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(libraries);
        var library = await libraries.OpenOrOfferAsync(context, null, cancellationToken);
        try
        {
            return Of(context, library, withModel: true);
        }
        catch
        {
            await library.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finds papers by what people call them, among those that the filters let through.</summary>
    public PaperLookup Lookup(SearchFilters filters) => new(library, Pipeline, filters);

    /// <summary>The paper with an id as people type it.</summary>
    /// <exception cref="NotFoundException">The library does not hold it.</exception>
    public async Task<Paper> GetAsync(string id, CancellationToken cancellationToken) =>
        await library.GetAsync(PaperIdText.Meanings(id), cancellationToken) is [var paper, ..]
            ? paper
            : throw new NotFoundException($"The library holds no paper with the id {TerminalText.Line(id)}; a search for words of its title shows the ids of what there is.");

    public async ValueTask DisposeAsync()
    {
        model?.Dispose();
        await library.DisposeAsync();
    }
}
