using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using PaperChat.Answering;
using PaperChat.Prompts;

namespace PaperChat.SemanticKernel;

/// <summary>
/// Has a model find evidence by calling functions, and then write from it as every answer of a model is written. A model that fails
/// while it looks leaves what it found.
/// </summary>
public sealed class SemanticKernelAnswerWriter : IAnswerWriter
{
    private readonly Kernel _kernel;
    private readonly KernelFunction _gather;
    private readonly PromptTemplate _prompt;
    private readonly ModelAnswerWriter _writer;
    private readonly ModelAnswerOptions _options;
    private readonly TimeProvider _time;

    /// <param name="kernel">Has the chat service and the filters; each answer works on a copy of its own.</param>
    /// <param name="prompts">The prompts.</param>
    /// <param name="options">What the model takes, and what may be spent on it.</param>
    /// <param name="time">The clock of the limits.</param>
    public SemanticKernelAnswerWriter(Kernel kernel, PromptSet prompts, ModelAnswerOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(prompts);
        ArgumentNullException.ThrowIfNull(options);
        _kernel = kernel;
        _options = options;
        _time = time;
        _prompt = prompts[PromptNames.GatherEvidence];
        _gather = PromptFunctions.Of(_prompt);
        _writer = new ModelAnswerWriter(kernel.GetRequiredService<IChatClient>(), prompts, options);
    }

    public AnswerMode Mode => AnswerMode.Model;

    public async IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        var spend = new ModelSpend("model", _prompt.Hash);
        var evidence = task.Evidence;
        if (task.Library is { } library)
        {
            var search = new FunctionCallingSearch(_kernel, _gather, library, task, _options, spend, _time);
            await foreach (var progress in search.RunAsync(cancellationToken))
            {
                yield return progress;
            }

            evidence = search.Choose();
            yield return new DraftPiece.Gathered(evidence, search.Use);
        }

        // What the question does not find and no function found is refused as without a model.
        if (evidence.Refusal is not null)
        {
            yield break;
        }

        await foreach (var piece in _writer.WriteAsync(task with { Evidence = evidence }, cancellationToken))
        {
            yield return piece is DraftPiece.Model model ? new DraftPiece.Model(model.Use.After(spend.Use)) : piece;
        }
    }
}
