using PaperChat.Answering;
using PaperChat.Chat.Desk;
using PaperChat.Library;
using PaperChat.Retrieval;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

public sealed class RecentAnswersTests
{
    private static readonly Question Asked = new() { Text = "What accuracy does LatticeNet reach?", History = ["What is LatticeNet?"] };

    private readonly TestTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_question_is_answered_once_and_alike()
    {
        var (desk, gate) = await OpenAsync();

        var first = await EventsAsync(desk, Asked);
        var searches = gate.Searches;
        var second = await EventsAsync(desk, Asked with { History = ["What is LatticeNet?"] });

        Assert.Equal(searches, gate.Searches);
        Assert.Equal(first.Select(e => e.GetType()), second.Select(e => e.GetType()));
        Assert.Equal(TextOf(first), TextOf(second));
    }

    [Fact]
    public async Task An_answer_whose_reader_stops_at_its_end_is_kept_too()
    {
        var (desk, library) = await OpenAsync();

        await AnswerEvents.LastAsync(desk.Recent.AskAsync(Asked, Token), Token);
        var searches = library.Searches;
        await AnswerEvents.LastAsync(desk.Recent.AskAsync(Asked, Token), Token);

        Assert.Equal(searches, library.Searches);
    }

    [Theory]
    [InlineData("another text")]
    [InlineData("another history")]
    [InlineData("another limit")]
    [InlineData("another year")]
    [InlineData("five minutes later")]
    [InlineData("a new paper")]
    public async Task What_may_change_the_answer_makes_a_new_one(string change)
    {
        var (desk, library) = await OpenAsync();
        await EventsAsync(desk, Asked);
        var searches = library.Searches;
        var next = Asked;
        switch (change)
        {
            case "another text":
                next = Asked with { Text = "How long does LatticeNet train?" };
                break;
            case "another history":
                next = Asked with { History = [] };
                break;
            case "another limit":
                next = Asked with { MaxPapers = 1 };
                break;
            case "another year":
                next = Asked with { Filters = SearchFilters.None with { Year = new YearRange(2024, 2024) } };
                break;
            case "five minutes later":
                _time.Advance(TimeSpan.FromMinutes(5));
                break;
            default:
                await library.AddAsync(TestPapers.Reef, Token);
                break;
        }

        await EventsAsync(desk, next);

        Assert.True(library.Searches > searches);
    }

    [Fact]
    public async Task A_search_is_made_once_until_the_library_changes()
    {
        var (desk, library) = await OpenAsync();
        var query = new PaperQuery { Text = "counting turtles" };

        var before = await desk.Recent.SearchAsync(query, Token);
        var searches = library.Searches;
        await desk.Recent.SearchAsync(query with { }, Token);
        var repeated = library.Searches;
        await library.AddAsync(TestPapers.Reef, Token);
        var after = await desk.Recent.SearchAsync(query, Token);

        Assert.Equal(searches, repeated);
        Assert.DoesNotContain(before.Hits, h => h.Paper.Id == TestPapers.Reef.Id);
        Assert.Equal(TestPapers.Reef.Id, after.Hits[0].Paper.Id);
    }

    [Fact]
    public void Only_so_many_results_are_kept_the_latest_ones()
    {
        var recent = new RecentResults<int, string>(2, TimeSpan.FromMinutes(1), _time);

        recent.Add(1, "a");
        recent.Add(2, "b");
        recent.Add(1, "c");
        recent.Add(3, "d");

        Assert.True(recent.TryGet(1, out var kept));
        Assert.Equal("c", kept);
        Assert.False(recent.TryGet(2, out _));
        Assert.True(recent.TryGet(3, out _));
    }

    private async Task<(PaperDesk Desk, CountingLibrary Library)> OpenAsync()
    {
        var library = new CountingLibrary(await InMemoryPaperLibrary.OfAsync([TestPapers.Lattice, TestPapers.Summary], Token));
        return (new PaperDesk(library, _time, embedding: null, model: null), library);
    }

    private static async Task<List<AnswerEvent>> EventsAsync(PaperDesk desk, Question question) => await desk.Recent.AskAsync(question, Token).ToListAsync(Token);

    private static string TextOf(List<AnswerEvent> events) => Assert.IsType<AnswerCompleted>(events[^1]).Answer.Text;
}
