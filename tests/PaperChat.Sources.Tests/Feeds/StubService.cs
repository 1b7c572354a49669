using System.Net;

namespace PaperChat.Sources.Tests.Feeds;

/// <summary>A service at the network's edge: gives one answer after another, the last one again and again, and remembers what was asked.</summary>
internal sealed class StubService(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private int _asked;

    public List<string> Addresses { get; } = [];

    public List<Dictionary<string, string>> Headers { get; } = [];

    public static Func<HttpRequestMessage, HttpResponseMessage> Answer(string body, HttpStatusCode status = HttpStatusCode.OK, string? retryAfter = null, string? tag = null) => _ =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body) };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        if (tag is not null)
        {
            response.Headers.TryAddWithoutValidation("ETag", tag);
        }

        return response;
    };

    public static Func<HttpRequestMessage, HttpResponseMessage> Breaks { get; } = _ => throw new HttpRequestException("The connection was reset.");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Addresses.Add(request.RequestUri!.PathAndQuery);
        Headers.Add(request.Headers.ToDictionary(h => h.Key, h => string.Join(" ", h.Value), StringComparer.OrdinalIgnoreCase));
        return Task.FromResult(answers[Math.Min(_asked++, answers.Length - 1)](request));
    }
}
