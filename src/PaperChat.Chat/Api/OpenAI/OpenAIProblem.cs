using Microsoft.AspNetCore.Http;
using PaperChat.Chat.Api.OpenAI.Shapes;

namespace PaperChat.Chat.Api.OpenAI;

/// <summary>A failure in the shape that clients of OpenAI's API turn into their exceptions.</summary>
internal static class OpenAIProblem
{
    public static Task WriteAsync(HttpContext context, Problem problem) =>
        context.Response.WriteAsJsonAsync(Of(problem), OpenAIJson.Relaxed.OpenAIError, "application/json; charset=utf-8", context.RequestAborted);

    public static OpenAIError Of(Problem problem) => new(new OpenAIErrorDetail(problem.Detail, TypeOf(problem.Status), problem.Code switch
    {
        "key" => "invalid_api_key",
        "rate" => "rate_limit_exceeded",
        "notFound" => "model_not_found",
        _ => problem.Code,
    }));

    private static string TypeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };
}
