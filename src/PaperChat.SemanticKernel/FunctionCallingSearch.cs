using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using PaperChat.Answering;
using PaperChat.Evidence;
using PaperChat.SemanticKernel.Filters;
using PaperChat.Text;

// Both packages have a type of this name; the chat client speaks in the first one's.
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;

namespace PaperChat.SemanticKernel;

/// <summary>
/// One search by calls of functions: the model calls until it names the papers that answer, or until calls, tokens or time are used up.
/// Used once.
/// </summary>
internal sealed partial class FunctionCallingSearch(
    Kernel kernel, KernelFunction prompt, AskedLibrary library, AnswerTask task, ModelAnswerOptions options, ModelSpend spend, TimeProvider time)
{
    /// <summary>How long it may take until the answer is begun.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private const int LongestShown = 120;

    // What functions return needs room, too.
    private const int ShareOfContext = 4;

    // The arguments that say what a call is about.
    private static readonly string[] Telling = ["query", "topic", "paper", "papers"];

    private readonly GatheredEvidence _evidence = new(task.Evidence);
    private readonly CallBudget _budget = new(spend, options.DeepTokens);
    private readonly List<string> _searches = [];
    private readonly StringBuilder _said = new();
    private bool _isStopped;
    private TimeSpan _took;

    /// <summary>What it did; complete once it is over.</summary>
    public DeepUse Use => new(_searches, [], _took, spend.Tokens);

    /// <summary>Runs it, and says what the model does.</summary>
    public async IAsyncEnumerable<DraftPiece.Progress> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        using var limit = new CancellationTokenSource(Longest, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var updates = prompt.InvokeStreamingAsync<ChatResponseUpdate>(KernelOfAnswer(), Arguments(), linked.Token).GetAsyncEnumerator(linked.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    break;
                }
            }
            catch (Exception exception) when (exception is ModelException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                _isStopped = true;
                break;
            }

            foreach (var progress in Take(updates.Current))
            {
                yield return progress;
            }
        }

        _took = time.GetElapsedTime(began);
        yield return new DraftPiece.Progress(string.Create(CultureInfo.InvariantCulture,
            $"Looked at {_evidence.Items.Count} papers in {_took.TotalSeconds:0.0} s and {spend.Tokens:N0} tokens."));
    }

    /// <summary>The papers that the model named; all that were found where it was stopped before it named any.</summary>
    public EvidenceSet Choose()
    {
        var named = Key().Matches(_said.ToString()).Select(m => int.Parse(m.Groups["key"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        var keys = named.Length == 0 && (_isStopped || _budget.IsUsedUp) ? _evidence.Items.Select(i => i.Key) : named;
        return _evidence.Choose(keys, task.Question.MaxPapers);
    }

    private Kernel KernelOfAnswer()
    {
        var own = kernel.Clone();
        own.ImportPluginFromObject(new PapersPlugin(library, _evidence, task.Question.Text), PapersPlugin.Name);
        own.AutoFunctionInvocationFilters.Add(_budget);
        return own;
    }

    private KernelArguments Arguments()
    {
        var shown = FencedEvidence.Fit(_evidence.Items, options.ContextTokens / ShareOfContext);
        return new KernelArguments
        {
            ["question"] = TextCleaner.Clean(task.Question.Text).Text,
            ["calls"] = CallBudget.MostCalls.ToString(CultureInfo.InvariantCulture),
            ["papers"] = GatheredEvidence.MostChosen.ToString(CultureInfo.InvariantCulture),
            ["evidence"] = shown.Text,
            ["fence"] = shown.Fence,
        };
    }

    // What is said before a call is no list of papers.
    private IEnumerable<DraftPiece.Progress> Take(ChatResponseUpdate update)
    {
        spend.Take(update);
        foreach (var call in update.Contents.OfType<FunctionCallContent>())
        {
            _said.Clear();
            var words = Words(call);
            if (call.Name.EndsWith("search_papers", StringComparison.Ordinal) && words.Length > 0)
            {
                _searches.Add(words);
            }

            yield return new DraftPiece.Progress($"{Label(call.Name)}{(words.Length > 0 ? ": " : "")}{words}");
        }

        if (update.Role != ChatRole.Tool)
        {
            _said.Append(update.Text);
        }
    }

    private static string Words(FunctionCallContent call)
    {
        var said = Telling.Select(name => call.Arguments?.TryGetValue(name, out var value) is true ? value?.ToString() : null).FirstOrDefault(v => v is not null);
        var text = TextCleaner.Clean(said ?? "").Text.ReplaceLineEndings(" ");
        return text.Length > LongestShown ? text[..LongestShown] + "..." : text;
    }

    private static string Label(string function) => function.Split('_', 2)[^1] switch
    {
        "search_papers" => "Searching",
        "get_paper" => "Reading a paper",
        "similar_papers" => "Looking for similar papers",
        "compare_papers" => "Comparing papers",
        "recent_papers" => "Looking for recent papers",
        _ => "Calling a function that there is not",
    };

    [GeneratedRegex(@"\[(?<key>\d{1,4})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
