using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using PaperChat.Answering;
using PaperChat.Models.Remote;
using PaperChat.Prompts;
using PaperChat.SemanticKernel.Filters;

namespace PaperChat.SemanticKernel;

/// <summary>Answering by a kernel: its chat service writes, and in the deep mode calls functions to find what it writes from.</summary>
public static class KernelAnswering
{
    /// <param name="client">The model, with its limits and retries; not owned.</param>
    /// <param name="endpoint">Where it is; its key is kept out of all that goes through the kernel.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="options">What the model takes, and what may be spent on it.</param>
    /// <param name="time">The clock of the limits.</param>
    /// <param name="logger">Where calls are logged.</param>
    public static ModelAnswering Create(
        IChatClient client, ModelEndpoint endpoint, PromptSet prompts, ModelAnswerOptions options, TimeProvider time, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var kernel = Build(client, endpoint, logger);
        var chat = kernel.GetRequiredService<IChatClient>();
        return new ModelAnswering(chat, prompts, options)
        {
            DeepWriter = new SemanticKernelAnswerWriter(kernel, prompts, options, time),
        };
    }

    /// <summary>A kernel with the model as its chat service, the filters, and no functions yet.</summary>
    internal static Kernel Build(IChatClient client, ModelEndpoint endpoint, ILogger logger)
    {
        var chat = client.AsBuilder().UseKernelFunctionInvocation().Build();

        // Calls of functions that there are not pass by the filters, and with them by the budget.
        chat.GetRequiredService<FunctionInvokingChatClient>().MaximumIterationsPerRequest = CallBudget.MostCalls;
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(chat);

        // The first one is the outermost.
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new CallLogging(logger));
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new CallAdvice());
        builder.Services.AddSingleton<IFunctionInvocationFilter>(new UntrustedText());
        var redaction = new KeyRedaction(endpoint);
        builder.Services.AddSingleton<IFunctionInvocationFilter>(redaction);
        builder.Services.AddSingleton<IPromptRenderFilter>(redaction);
        return builder.Build();
    }
}
