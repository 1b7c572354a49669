using Microsoft.SemanticKernel;
using PaperChat.Models.Remote;

namespace PaperChat.SemanticKernel.Filters;

/// <summary>Keeps the key of the model's service out of prompts and out of what functions return, wherever it may have come from.</summary>
internal sealed class KeyRedaction(ModelEndpoint endpoint) : IFunctionInvocationFilter, IPromptRenderFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await next(context);
        if (PapersPlugin.Holds(context.Function) && context.Result.GetValue<string>() is { } text)
        {
            context.Result = new FunctionResult(context.Result, endpoint.Redact(text));
        }
    }

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await next(context);
        if (context.RenderedPrompt is { } prompt)
        {
            context.RenderedPrompt = endpoint.Redact(prompt);
        }
    }
}
