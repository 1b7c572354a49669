using Microsoft.SemanticKernel;

namespace PaperChat.SemanticKernel.Filters;

/// <summary>Makes of a call that fails words from which the model can go on: a thrown failure would end the whole conversation with it.</summary>
internal sealed class CallAdvice : IFunctionInvocationFilter
{
    public async Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!PapersPlugin.Holds(context.Function))
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (FunctionArgumentException exception)
        {
            context.Result = new FunctionResult(context.Function, exception.Message);
        }
        catch (PaperChatException)
        {
            // Its message may name a folder or an address of this machine.
            context.Result = new FunctionResult(context.Function, "The library could not be searched. Go on with what there is.");
        }
        catch (Exception exception) when (exception is KernelException or ArgumentException or FormatException or InvalidCastException)
        {
            var parameters = context.Function.Metadata.Parameters.Select(p => $"{p.Name} ({p.Description}{(p.IsRequired ? "; required" : "")})");
            context.Result = new FunctionResult(context.Function, $"The arguments do not fit. {context.Function.Name} takes: {string.Join("; ", parameters)}.");
        }
    }
}
