using Microsoft.SemanticKernel;
using PaperChat.Answering;

namespace PaperChat.SemanticKernel.Filters;

/// <summary>Bounds what a model may call for one answer, by number and by tokens; one that wants more is stopped.</summary>
internal sealed class CallBudget(ModelSpend spend, long mostTokens) : IAutoFunctionInvocationFilter
{
    public const int MostCalls = 10;

    private int _calls;

    /// <summary>True once a call was refused.</summary>
    public bool IsUsedUp { get; private set; }

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (Interlocked.Increment(ref _calls) > MostCalls || spend.Tokens >= mostTokens)
        {
            IsUsedUp = true;
            context.Terminate = true;
            context.Result = new FunctionResult(context.Function, "No more calls are allowed.");
            return;
        }

        await next(context);
    }
}
