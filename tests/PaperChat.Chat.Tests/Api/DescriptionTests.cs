using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_openapi_document_and_the_documentation_name_the_same_addresses()
    {
        await using var server = await TestServer.StartAsync();
        var documentation = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "docs", "api.md"), TestContext.Current.CancellationToken);

        var (status, document) = await server.GetAsync("/openapi/v1.json");

        Assert.Equal(200, status);
        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name.Replace("**", "", StringComparison.Ordinal)).ToList();
        Assert.Contains("/api/ask", paths);
        Assert.All(paths, path => Assert.Contains(path, documentation, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_gives()
    {
        await using var server = await TestServer.StartAsync();

        var (_, document) = await server.GetAsync("/openapi/v1.json");

        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()))
        {
            Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
            Assert.True(operation.Value.GetProperty("responses").GetProperty("200").TryGetProperty("content", out _), operation.Value.GetRawText());
        }
    }
}
