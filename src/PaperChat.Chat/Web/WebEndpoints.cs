using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaperChat.Chat.Api.Access;

namespace PaperChat.Chat.Web;

/// <summary>The web page at <c>/</c> and its files below <c>/web</c>. They tell nothing of the library: the page asks for that like any other client.</summary>
internal static class WebEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapWeb(this IEndpointRouteBuilder app)
    {
        var page = app.MapGroup("").WithMetadata(OpenEndpoint.Instance).DisableRateLimiting().ExcludeFromDescription();
        page.MapMethods("/", Methods, (HttpContext context) => SendAsync(context, PageFiles.Index));
        page.MapMethods("/web/{name}", Methods, (HttpContext context, string name) => SendAsync(context, name));
    }

    private static async Task SendAsync(HttpContext context, string name)
    {
        if (PageFiles.Find(name) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        PageHeaders.Apply(headers);

        // Asked for anew each time, and mostly answered with 304: a new version of the program is never mixed with an old page.
        headers.CacheControl = "no-cache";
        headers.ETag = file.ETag;
        headers.Vary = "Accept-Encoding";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.ToString() is var given && (given == "*" || given == file.ETag)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepted = context.Request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value ?? "");
        var (bytes, encoding) = file.In(accepted);
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
