using Microsoft.SemanticKernel;
using PaperChat.Answering;
using PaperChat.Text;

namespace PaperChat.SemanticKernel.Filters;

/// <summary>
/// What a function returns is text of papers: it is cleaned, bounded, and fenced as in the prompts, here for all functions, so that
/// none forgets it.
/// </summary>
internal sealed class UntrustedText : IFunctionInvocationFilter
{
    public const int MostTokens = 1_800;

    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        await next(context);
        if (PapersPlugin.Holds(context.Function))
        {
            // Line by line: cleaning makes one line of many.
            var text = string.Join('\n', (context.Result.GetValue<string>() ?? "").Split('\n').Select(TextForModels.Of));
            context.Result = new FunctionResult(context.Result, FencedEvidence.Enclose(TokenEstimate.Cut(text, MostTokens)));
        }
    }
}
