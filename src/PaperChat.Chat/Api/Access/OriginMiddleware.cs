using System.Net;
using Microsoft.AspNetCore.Http;

namespace PaperChat.Chat.Api.Access;

/// <summary>
/// Refuses what a page of another origin sends through somebody's browser. A name that a stranger lets point to this machine (DNS
/// rebinding) shows in the Host header; a page elsewhere shows in Origin and Sec-Fetch-Site. There are no CORS headers: other origins
/// are let in by <c>Serve:Origins</c> alone, for a page behind a proxy that changes the Host header.
/// </summary>
internal sealed class OriginMiddleware(RequestDelegate next, ServeOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (!IsKnownHost(request.Host.Host))
        {
            return new Problem(
                StatusCodes.Status403Forbidden, "host",
                "This server answers under the names of this machine only; name another one in Serve:Hosts of its configuration, or listen on another address with --urls.")
                .WriteAsync(context);
        }

        return IsForeign(request)
            ? new Problem(
                StatusCodes.Status403Forbidden, "origin",
                "Pages of other origins may not call this server; one that may is named in Serve:Origins of its configuration.").WriteAsync(context)
            : next(context);
    }

    // On an address that others reach any name may stand for it, and a key is needed, which a foreign page does not have.
    private bool IsKnownHost(string host) =>
        !options.IsLoopback
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private bool IsForeign(HttpRequest request)
    {
        if (request.Headers.Origin is { Count: > 0 } origins)
        {
            return origins is not [{ } origin] || !(IsOwn(origin, request.Host) || options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase));
        }

        // Browsers that send no Origin with a GET still say where it came from; following a link to the page is no call.
        return request.Headers["Sec-Fetch-Site"] is [("cross-site" or "same-site")]
            && !(HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] is ["navigate"]);
    }

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && uri.Authority.Equals(WithoutUsualPort(host, uri), StringComparison.OrdinalIgnoreCase);

    // A browser leaves the usual port out of an origin, other programs write it into the Host header.
    private static string WithoutUsualPort(HostString host, Uri origin) =>
        origin.IsDefaultPort && host.Port == origin.Port ? host.Host : host.Value ?? "";
}
