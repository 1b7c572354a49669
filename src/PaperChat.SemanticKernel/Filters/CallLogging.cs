using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace PaperChat.SemanticKernel.Filters;

/// <summary>Logs each call of a function and how long it took; what it was given and gave at Trace only.</summary>
internal sealed class CallLogging(ILogger logger) : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var began = Stopwatch.GetTimestamp();
        await next(context);
        if (!PapersPlugin.Holds(context.Function))
        {
            return;
        }

        var result = context.Result.GetValue<string>() ?? "";
        Log.Called(logger, context.Function.Name, (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds, result.Length);
        if (logger.IsEnabled(LogLevel.Trace))
        {
            Log.Given(logger, context.Function.Name, string.Join(", ", context.Arguments.Select(a => $"{a.Key}: {a.Value}")), result);
        }
    }
}
