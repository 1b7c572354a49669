using PaperChat.LibraryConformance;
using PaperChat.Qdrant.Points;
using PaperChat.Qdrant.Tests.Server;

namespace PaperChat.Qdrant.Tests;

/// <summary>
/// A collection of its own for one test: on the real server that <c>PAPERCHAT_TEST_QDRANT</c> names (its key in
/// <c>PAPERCHAT_TEST_QDRANT_KEY</c>), else on a test server. Deleted when it is disposed.
/// </summary>
internal sealed class TestCollection : IAsyncDisposable
{
    private readonly string _name = $"paperchat-test-{Guid.NewGuid():N}";
    private QdrantServer? _server;

    public static string? RealServer => Environment.GetEnvironmentVariable("PAPERCHAT_TEST_QDRANT");

    /// <summary>A real server counts points that are gone for a while, and points without words, in its inverse document frequency.</summary>
    public static LibraryTraits Traits { get; } = new()
    {
        CommitsAtOnce = false,
        HasOneWriter = false,
        KeepsWords = false,
        AverageLength = TermWeights.UsualAverageLength,
        ScoreTolerance = RealServer is null ? 1e-5 : 0.05,
    };

    /// <summary>The test server; a test that needs it is skipped on a real one.</summary>
    public async Task<QdrantServer> ServerAsync()
    {
        Assert.SkipWhen(RealServer is not null, "Only the test server can do this.");
        return _server ??= await QdrantServer.StartAsync();
    }

    public async Task<QdrantOptions> OptionsAsync() => new()
    {
        Endpoint = RealServer is { } real ? new Uri(real) : (await ServerAsync()).Address,
        ApiKey = RealServer is null ? null : Environment.GetEnvironmentVariable("PAPERCHAT_TEST_QDRANT_KEY"),
        Collection = _name,
        AverageLength = TermWeights.UsualAverageLength,
    };

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            ContractRecorder.Add(_server);
            var violations = _server.Violations;
            await _server.DisposeAsync();
            Assert.True(violations.IsEmpty, string.Join("\n", violations.Distinct()));
        }
        else if (RealServer is { } real)
        {
            using var http = new HttpClient { BaseAddress = new Uri(real) };
            http.DefaultRequestHeaders.Add("api-key", Environment.GetEnvironmentVariable("PAPERCHAT_TEST_QDRANT_KEY") ?? "none");
            await http.DeleteAsync($"collections/{_name}");
        }
    }
}
