using System.CommandLine;
using PaperChat.Answering;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary>How an answer is to be made: the options of <c>ask</c> beside the question.</summary>
internal sealed class AnswerOptions
{
    private readonly Option<bool> _deep = new("--deep") { Description = "Search further and score candidates with the chat model; without one, no effect" };

    /// <summary>Keeps the model out of it.</summary>
    public Option<bool> Extractive { get; } = new("--extractive") { Description = "Answer in the papers' own sentences, without a model" };

    private readonly Option<bool> _showUnsupported = new("--show-unsupported") { Description = "Keep and mark sentences that no source supports, instead of leaving them out" };

    private readonly Option<DateOnly?> _asOf = AsOfOption.Create();

    /// <summary>The day on which the question is asked; null for today.</summary>
    public DateOnly? AsOf(CommandContext context) => context.Parsed.GetValue(_asOf);

    public void AddTo(Command command)
    {
        command.Options.Add(_deep);
        command.Options.Add(Extractive);
        command.Options.Add(_showUnsupported);
        command.Options.Add(_asOf);
    }

    public Question Apply(CommandContext context, Question question) => question with
    {
        Deep = context.Parsed.GetValue(_deep),
        Extractive = context.Parsed.GetValue(Extractive),
        ShowUnsupported = context.Parsed.GetValue(_showUnsupported),
        AsOf = AsOf(context),
    };
}
