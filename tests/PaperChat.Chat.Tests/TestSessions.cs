using PaperChat.Answering;
using PaperChat.Chat.Console.Session;
using PaperChat.Library;
using PaperChat.Retrieval;
using PaperChat.Review;

namespace PaperChat.Chat.Tests;

/// <summary>Chats over a library, as the program makes them.</summary>
internal static class TestSessions
{
    public static ChatSession Over(IPaperLibrary library, TestConsole console, bool suggestsNext = false, Func<string, bool>? openAddress = null) => new()
    {
        Console = console,
        Library = library,
        Pipeline = new AnswerPipeline(library, TimeProvider.System),
        Search = new PaperSearch(library, TimeProvider.System),
        Similar = new SimilarPapers(library, TimeProvider.System),
        Reviews = new ReviewBuilder(library, TimeProvider.System),
        Conversation = new Conversation(SearchFilters.None),
        OpenAddress = openAddress ?? (_ => false),
        SuggestsNext = suggestsNext,
    };
}
