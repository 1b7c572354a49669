using System.Runtime.CompilerServices;
using PaperChat.Answering;
using PaperChat.Library;
using PaperChat.Prompts;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Answering;

/// <summary>A writer that looks further before it writes, in the deep mode.</summary>
public sealed class GatheringWriterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_evidence_takes_the_place_of_what_the_question_found()
    {
        var events = await AskAsync("What error does GliderNet reach on StormBench?", "index of small files", "BadgerDB keeps its index in burrows, small files that are merged at night [1].");

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.Equal("test:2", Assert.Single(answer.Citations).Paper.Id.Value);
        Assert.Equal(["index of small files"], answer.Deep!.Searches);
        Assert.Equal(answer.Retrieved.Select(r => r.Paper.Id), events.OfType<EvidenceFound>().Single().Retrieved.Select(r => r.Paper.Id));
    }

    [Fact]
    public async Task It_may_answer_what_the_question_alone_would_not_find()
    {
        var events = await AskAsync("Zzyzx qwxv?", "index of small files", "BadgerDB keeps its index in burrows, small files that are merged at night [1].");

        Assert.True(events.OfType<AnswerCompleted>().Single().Answer.Answered);
    }

    [Fact]
    public async Task Where_it_finds_nothing_the_refusal_stands_and_no_sentences_follow()
    {
        var events = await AskAsync("Zzyzx qwxv?", search: null, "Never said [1].");

        Assert.Equal([typeof(AnswerProgress), typeof(EvidenceFound), typeof(AnswerCompleted)], events.Select(e => e.GetType()));
        Assert.False(events.OfType<AnswerCompleted>().Single().Answer.Answered);
    }

    [Fact]
    public async Task Where_nothing_of_its_text_holds_the_sentences_are_those_of_its_own_evidence()
    {
        var events = await AskAsync("How is an index kept small?", "index of small files", "Owls dance on the moon [1].");

        var answer = events.OfType<AnswerCompleted>().Single().Answer;
        Assert.Equal("unsupported", answer.Fallback!.Code);
        Assert.Equal("test:2", Assert.Single(answer.Citations).Paper.Id.Value);
    }

    [Fact]
    public async Task Without_the_deep_mode_it_is_not_asked()
    {
        await using var library = await TestLibrary.OpenAsync();
        using var client = new RecordingChatClient("NOT_ANSWERED");
        var answering = new ModelAnswering(client, PromptSet.Load(null), ModelAnswerOptions.Default) { DeepWriter = new Gatherer("index", "Never [1].") };

        var events = await new AnswerPipeline(library, TimeProvider.System, answering, null).AskAsync(new Question { Text = "What is GliderNet?" }, Token).ToListAsync(Token);

        Assert.Empty(events.OfType<AnswerProgress>());
        Assert.Null(events.OfType<AnswerCompleted>().Single().Answer.Deep);
    }

    private static async Task<List<AnswerEvent>> AskAsync(string question, string? search, string says)
    {
        await using var library = await TestLibrary.OpenAsync();
        using var client = new RecordingChatClient("NOT_ANSWERED");
        var answering = new ModelAnswering(client, PromptSet.Load(null), ModelAnswerOptions.Default) { DeepWriter = new Gatherer(search, says) };
        return await new AnswerPipeline(library, TimeProvider.System, answering, null)
            .AskAsync(new Question { Text = question, Deep = true }, Token).ToListAsync(Token);
    }

    /// <summary>Makes one search and chooses the first paper that it finds.</summary>
    private sealed class Gatherer(string? search, string says) : IAnswerWriter
    {
        public AnswerMode Mode => AnswerMode.Model;

        public async IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var gathered = new GatheredEvidence(task.Evidence);
            var keys = new List<int>();
            yield return new DraftPiece.Progress("Looking");
            if (search is not null)
            {
                var ranking = await task.Library!.RankAsync(search, SearchFilters.None, [], cancellationToken);
                keys.Add(gathered.Add(ranking, ranking.Papers.Take(3))[0].Key);
            }

            var evidence = gathered.Choose(keys, null);
            yield return new DraftPiece.Gathered(evidence, new DeepUse(search is null ? [] : [search], [], TimeSpan.Zero, 0));
            if (evidence.Refusal is null)
            {
                yield return new DraftPiece.Text(says);
                yield return new DraftPiece.Sentence(says.Replace(" [1]", "", StringComparison.Ordinal), [1], []);
            }
        }
    }
}
