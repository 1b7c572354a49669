using PaperChat.Answering;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Chat.Desk;
using PaperChat.Comparison;
using PaperChat.Library;
using PaperChat.Retrieval;
using PaperChat.Review;
using Spectre.Console;

namespace PaperChat.Chat.Console.Session;

/// <summary>One chat: takes a line at a time, a question or a command, and shows what comes of it. Not thread-safe.</summary>
internal sealed class ChatSession
{
    public required IAnsiConsole Console { get; init; }

    public required IPaperLibrary Library { get; init; }

    public required AnswerPipeline Pipeline { get; init; }

    public required PaperSearch Search { get; init; }

    public required SimilarPapers Similar { get; init; }

    public required ReviewBuilder Reviews { get; init; }

    public required Conversation Conversation { get; init; }

    /// <summary>Opens an address outside the chat; false when that did not work.</summary>
    public required Func<string, bool> OpenAddress { get; init; }

    /// <summary>Writes the cells of comparisons; null without a model.</summary>
    public ModelComparison? Comparison { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Most papers in an answer or list; null leaves it to each.</summary>
    public int? Limit { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Whether long work shows on the console what it is at; on a terminal only.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether answers end with what could be asked next; for people at a terminal only.</summary>
    public bool SuggestsNext { get; init; }

    /// <summary>Answers or obeys; false when the chat is to end. What fails is said, and the chat goes on.</summary>
    public async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(line);
        var text = line.Trim();
        try
        {
            if (text.StartsWith('/'))
            {
                return await ObeyAsync(text, cancellationToken);
            }

            if (text.Length > 0)
            {
                await AnswerAsync(text, cancellationToken);
            }
        }
        catch (PaperChatException exception)
        {
            Say(exception.Message, Palette.Warning);
        }

        return true;
    }

    public void Say(string text, Style? style = null) => new FlowWriter(Console).Write(text, style).EndLine();

    private async Task<bool> ObeyAsync(string text, CancellationToken cancellationToken)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var name = space < 0 ? text[1..] : text[1..space];
        if (SlashCommands.Find(name) is { } command)
        {
            return await command.RunAsync(this, space < 0 ? "" : text[space..].Trim(), cancellationToken);
        }

        var near = SlashCommands.Near(name);
        var hint = near.Count > 0 ? $"Did you mean {string.Join(", ", near.Select(c => "/" + c.Name))}? " : "";
        Say($"There is no command /{name}. {hint}/help lists all commands.", Palette.Warning);
        return true;
    }

    /// <summary>Answers and remembers the turn.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="shown">The question as the conversation shows it.</param>
    /// <param name="cancellationToken">Stops the answer; the turn is kept as a stopped one.</param>
    public async Task AskAsync(Question question, string shown, CancellationToken cancellationToken)
    {
        Answer answer;
        try
        {
            var events = Pipeline.AskAsync(question, cancellationToken);
            answer = await new AnswerRenderer(Console, Quiet).RenderAsync(events, cancellationToken);
        }
        catch (Exception exception) when (exception is PaperChatException or OperationCanceledException)
        {
            Conversation.AddStopped(shown);
            throw;
        }

        Conversation.Add(shown, answer);
        if (SuggestsNext)
        {
            var next = await FollowUpQuestions.AfterAsync(Pipeline, Conversation, answer, cancellationToken);
            FollowUpQuestions.Write(Console, next);
        }
    }

    private Task AnswerAsync(string text, CancellationToken cancellationToken)
    {
        var question = new Question
        {
            Text = QuestionText.Check(text),
            History = Conversation.History,
            Filters = Conversation.Filters,
            MaxPapers = Limit,
        };
        return AskAsync(question, question.Text, cancellationToken);
    }
}
