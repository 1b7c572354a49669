using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Desk;
using PaperChat.Hosting;
using PaperChat.Prompts;

namespace PaperChat.Chat.Mcp.Prompts;

/// <summary>The prompts of <c>prompts/</c>, filled from the library, for a client's own model to answer.</summary>
/// <param name="desk">Opens the library at the first call, and gives the same one ever after.</param>
/// <param name="load">Reads the prompts, those of a configured folder in place of the program's.</param>
internal sealed class PaperPrompts(Func<CancellationToken, Task<PaperDesk>> desk, Func<PromptSet> load)
{
    private const int Longest = 2_000;

    private readonly Lazy<PromptSet> _prompts = new(load);

    public ListPromptsResult List() => new()
    {
        Prompts =
        [
            .. PaperPromptFilling.All.Select(p => new Prompt
            {
                Name = p.Name,
                Title = p.Title,
                Description = _prompts.Value[p.Name].Description,
                Arguments = [.. p.Arguments.Select(a => new PromptArgument { Name = a.Name, Description = a.Description, Required = a.Preset is null })],
            }),
        ],
    };

    public async Task<GetPromptResult> GetAsync(GetPromptRequestParams request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var prompt = PaperPromptFilling.All.FirstOrDefault(p => p.Name == request.Name)
            ?? throw Refused($"There is no prompt '{TerminalText.Line(request.Name)}'; there are {string.Join(", ", PaperPromptFilling.All.Select(p => p.Name))}.");
        var given = prompt.Arguments.ToDictionary(a => a.Name, a => ValueOf(prompt, a, request.Arguments), StringComparer.Ordinal);
        try
        {
            var values = await prompt.FillAsync(await desk(cancellationToken), name => given[name], cancellationToken);
            var messages = _prompts.Value[prompt.Name].Render(values);

            // The protocol knows no system message: what would be one stands first.
            var text = string.Join("\n\n", messages.Select(m => m.Text));
            return new GetPromptResult
            {
                Description = _prompts.Value[prompt.Name].Description,
                Messages = [new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = TerminalText.Block(text) } }],
            };
        }
        catch (PaperChatException exception)
        {
            throw Refused(exception.Message);
        }
    }

    private static string ValueOf(PaperPrompt prompt, PaperPromptArgument argument, IDictionary<string, JsonElement>? given)
    {
        var text = given is not null && given.TryGetValue(argument.Name, out var value)
            ? (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Trim()
            : "";
        return text.Length > Longest
            ? throw Refused(string.Create(CultureInfo.InvariantCulture, $"The argument {argument.Name} has {text.Length} characters; at most {Longest} are taken."))
            : text.Length > 0 ? text
            : argument.Preset ?? throw Refused($"The prompt {prompt.Name} needs the argument {argument.Name}: {argument.Description}");
    }

    private static McpProtocolException Refused(string message) => new(TerminalText.Block(message), McpErrorCode.InvalidParams);
}
