using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PaperChat.Chat.Api.Access;

/// <summary>
/// Takes in the whole body before the request counts as one that is worked on: a client that sends slowly holds a connection and no
/// place. The server's own limits of size and of the least rate apply while it arrives.
/// </summary>
internal sealed class BodyMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Request.ContentLength is not (null or 0) || context.Request.Headers.TransferEncoding.Count > 0)
        {
            context.Request.EnableBuffering();
            await context.Request.Body.DrainAsync(context.RequestAborted);
            context.Request.Body.Position = 0;
        }

        await next(context);
    }
}
