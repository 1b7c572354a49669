using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using PaperChat.Chat.Tests.Api;
using PaperChat.Chat.Web;

namespace PaperChat.Chat.Tests.Web;

/// <summary>The page's files over HTTP.</summary>
public sealed class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/web/app.js", "text/javascript; charset=utf-8")]
    [InlineData("/web/base.css", "text/css; charset=utf-8")]
    [InlineData("/web/icon.svg", "image/svg+xml")]
    public async Task Each_file_comes_with_its_type_and_tells_the_browser_what_not_to_do(string path, string type)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Cross-Origin-Opener-Policy")));
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy")).Split(';', StringSplitOptions.TrimEntries);
        Assert.Superset(
            new HashSet<string> { "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'" },
            policy.ToHashSet());
        Assert.DoesNotContain(policy, p => p.Contains("unsafe", StringComparison.Ordinal) || p.Contains('*', StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_browser_has_already_is_not_sent_again()
    {
        await using var server = await TestServer.StartAsync();
        using var first = await server.Client.GetAsync(new Uri("/web/app.js", UriKind.Relative), Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/web/app.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await server.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Token));
        Assert.True(second.Headers.CacheControl?.NoCache);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_compressed_file_is_the_same_file(string encoding)
    {
        await using var server = await TestServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await server.Client.SendAsync(request, Token);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        var sent = await response.Content.ReadAsByteArrayAsync(Token);
        var page = PageFiles.Find(PageFiles.Index)!.Bytes;
        Assert.True(sent.Length < page.Length / 2, $"{sent.Length} of {page.Length} bytes");
        Assert.Equal(page, Unpack(sent, encoding));
    }

    [Theory]
    [InlineData("/web/nothing.js")]
    [InlineData("/web/..%2findex.html")]
    [InlineData("/web/%2e%2e%2fpaperchat.json")]
    [InlineData("/web/")]
    public async Task Nothing_but_the_page_s_own_files_is_there(string path)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri(path, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_page_needs_no_key_and_what_it_asks_does()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["SERVE:KEYS:laptop"] = "sha256:" + new string('0', 64) });

        using var page = await server.Client.GetAsync(new Uri("/", UriKind.Relative), Token);
        using var library = await server.Client.GetAsync(new Uri("/api/library", UriKind.Relative), Token);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (page.StatusCode, library.StatusCode));
    }

    [Fact]
    public async Task The_examples_are_questions_that_the_library_answers()
    {
        await using var server = await TestServer.StartAsync();

        var (status, body) = await server.GetAsync("/api/examples");

        Assert.Equal(200, status);
        Assert.NotEmpty(body.GetProperty("questions").EnumerateArray());
    }

    private static byte[] Unpack(byte[] sent, string encoding)
    {
        using var packed = new MemoryStream(sent);
        using Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
