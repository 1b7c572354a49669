using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.Prompts;
using PaperChat.TestSupport;
using PaperChat.TestSupport.ModelServing;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>One question asked of the papers through a kernel whose model is a script behind OpenAI's protocol.</summary>
internal sealed record Asked(IReadOnlyList<AnswerEvent> Events, IReadOnlyList<ModelRequest> Requests)
{
    public static readonly DateOnly Today = new(2025, 7, 4);

    public Answer Answer => Events.OfType<AnswerCompleted>().Single().Answer;

    /// <summary>The requests in which the model looks for papers, in order.</summary>
    public IReadOnlyList<ModelRequest> Looking => [.. Requests.Where(IsLooking)];

    /// <summary>The request in which it writes.</summary>
    public ModelRequest Writing => Requests.Single(r => !IsLooking(r));

    /// <summary>All that functions returned.</summary>
    public IReadOnlyList<string> Results => Looking.Count > 0 ? Looking[^1].Results : [];

    public IEnumerable<string> Progress => Events.OfType<AnswerProgress>().Select(p => p.Text);

    /// <summary>Asks in the deep mode; the replies are given one after another while the model looks, the last one for ever.</summary>
    public static Task<Asked> DeepAsync(string question, string answer, params ModelReply[] looking) =>
        DeepAsync(new Question { Text = question }, answer, looking);

    public static Task<Asked> DeepAsync(Question question, string answer, params ModelReply[] looking)
    {
        var given = 0;
        return AskAsync(question with { Deep = true }, r => IsLooking(r) ? looking[Math.Min(given++, looking.Length - 1)] : new ModelReply(answer));
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The client holds nothing that outlives the server.")]
    public static async Task<Asked> AskAsync(
        Question question, Func<ModelRequest, ModelReply> model, bool byKernel = true, ModelAnswerOptions? options = null, ILogger? logger = null, TimeProvider? time = null)
    {
        await using var server = await ModelServer.StartAsync(model);
        await using var library = await Papers.OpenAsync();
        using var http = RemoteModels.CreateHttpClient();
        var endpoint = Endpoints.Of(server.Address);
        var clock = time ?? new TestTime { Hurries = true };
        var client = RemoteModels.GuardChatClient(
            byKernel ? KernelConnectors.Connect(endpoint, http) : new OpenAIChatClient(endpoint, http),
            endpoint, TimeSpan.FromSeconds(30), new RetryOptions { Attempts = 1 }, TimeProvider.System, NullLogger.Instance);
        var prompts = PromptSet.Load(null);
        var answering = byKernel
            ? KernelAnswering.Create(client, endpoint, prompts, options ?? ModelAnswerOptions.Default, clock, logger ?? NullLogger.Instance)
            : new ModelAnswering(client, prompts, options ?? ModelAnswerOptions.Default);
        var token = TestContext.Current.CancellationToken;
        var events = await new AnswerPipeline(library, TimeProvider.System, answering, null).AskAsync(question with { AsOf = Today }, token).ToListAsync(token);
        return new Asked(events, server.Requests);
    }

    public static ModelReply Calls(params (string Function, string Arguments)[] calls) =>
        new("") { Calls = [.. calls.Select(c => new ModelCall("papers_" + c.Function, c.Arguments))] };

    public static ModelReply Search(string query) => Calls(("search_papers", $$"""{"query":"{{query}}"}"""));

    private static bool IsLooking(ModelRequest request) => request.TextOf("system").StartsWith("You find the papers", StringComparison.Ordinal);
}
