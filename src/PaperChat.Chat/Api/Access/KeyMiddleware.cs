using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace PaperChat.Chat.Api.Access;

/// <summary>
/// Where keys are configured, lets nobody without one past, but for endpoints with <see cref="OpenEndpoint"/>. A key stands in
/// <c>Authorization: Bearer</c> or in <c>X-Api-Key</c>, never in an address, which ends in logs.
/// </summary>
internal sealed class KeyMiddleware(RequestDelegate next, ServeOptions options)
{
    private const string Bearer = "Bearer ";
    private const string KeyHeader = "X-Api-Key";

    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (options.Keys.Count == 0)
        {
            return next(context);
        }

        if (FindKey(PresentedBy(context.Request)) is { } key)
        {
            context.Features.Set(new RequestClient(key.Name));
            return next(context);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenEndpoint>() is not null)
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Bearer realm=\"paperchat\"";
        return new Problem(
            StatusCodes.Status401Unauthorized,
            "key",
            "This server wants a key that it knows: Authorization: Bearer KEY, or X-Api-Key: KEY. Whoever runs the server makes keys with 'paperchat serve --new-key NAME'.")
            .WriteAsync(context);
    }

    private static string? PresentedBy(HttpRequest request) =>
        request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : request.Headers.TryGetValue(KeyHeader, out StringValues values) && values is [{ } value] ? value.Trim() : null;

    // All keys are compared, and each in constant time: how long an answer takes tells nothing about any of them.
    private ApiKey? FindKey(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return null;
        }

        var hash = ApiKey.HashOf(secret);
        ApiKey? found = null;
        foreach (var key in options.Keys)
        {
            found = key.Matches(hash) ? key : found;
        }

        return found;
    }
}
