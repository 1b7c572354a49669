using System.Text.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>The arguments of one call. A name that the tool does not know is refused: a filter that is silently left out gives wrong answers.</summary>
internal sealed class ToolArguments
{
    private readonly IDictionary<string, JsonElement> _values;

    public ToolArguments(IDictionary<string, JsonElement>? values, IReadOnlyList<ToolParameter> known)
    {
        _values = values ?? new Dictionary<string, JsonElement>();
        if (_values.Keys.FirstOrDefault(k => known.All(p => p.Name != k)) is { } unknown)
        {
            throw new ToolException(known.Count == 0
                ? $"There is no argument '{Shown(unknown)}': this tool takes none."
                : $"There is no argument '{Shown(unknown)}'; there are {string.Join(", ", known.Select(p => p.Name))}.");
        }
    }

    public bool TryGet(string name, out JsonElement value) => _values.TryGetValue(name, out value);

    private static string Shown(string name) => TerminalText.Line(name.Length > 60 ? name[..60] : name);
}
