using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.AI;

namespace PaperChat.Prompts;

/// <summary>
/// A prompt as its file has it: messages with placeholders of the form <c>{{$name}}</c>, and the settings of the call. What is put in
/// never makes messages or placeholders of its own.
/// </summary>
public sealed partial class PromptTemplate
{
    private const int HashLength = 16;

    private readonly IReadOnlyList<(ChatRole Role, string Text)> _messages;

    internal PromptTemplate(string name, string description, string template, IReadOnlyList<PromptVariable> variables, string source, string file)
    {
        Name = name;
        Description = description;
        Variables = variables;
        File = file;
        Source = source;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.ReplaceLineEndings("\n"))))[..HashLength];
        _messages = Messages(template);
        Check();
    }

    public string Name { get; }

    public string Description { get; }

    public IReadOnlyList<PromptVariable> Variables { get; }

    /// <summary>Where it was read.</summary>
    public string File { get; }

    /// <summary>The whole file, for a reader of its own.</summary>
    public string Source { get; }

    /// <summary>Sixteen hexadecimal digits of the SHA-256 of the file, with <c>\n</c> as line ends; kept with every answer.</summary>
    public string Hash { get; }

    public float? Temperature { get; init; }

    public int? MaxTokens { get; init; }

    public ChatOptions Options => new() { Temperature = Temperature, MaxOutputTokens = MaxTokens };

    /// <summary>The messages with the placeholders filled in; a required one without a value is an <see cref="ArgumentException"/>.</summary>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Keys.FirstOrDefault(k => Variables.All(v => v.Name != k)) is { } unknown)
        {
            throw new ArgumentException($"The prompt {Name} has no variable {unknown}.", nameof(values));
        }

        return [.. _messages.Select(m => new ChatMessage(m.Role, Placeholder().Replace(m.Text, p => ValueOf(p.Groups["name"].Value, values))))];
    }

    private string ValueOf(string name, IReadOnlyDictionary<string, string> values)
    {
        if (values.TryGetValue(name, out var value))
        {
            return value;
        }

        var variable = Variables.First(v => v.Name == name);
        return variable.IsRequired
            ? throw new ArgumentException($"The prompt {Name} needs a value for {name}.", nameof(values))
            : variable.Default ?? "";
    }

    // The file must also be what Semantic Kernel reads: messages as XML elements.
    private List<(ChatRole, string)> Messages(string template)
    {
        try
        {
            var root = XElement.Parse($"<prompt>{template}</prompt>", LoadOptions.PreserveWhitespace);
            var messages = root.Elements().Select(e => e.Name == "message" && e.Attribute("role")?.Value is "system" or "user" or "assistant"
                ? (new ChatRole(e.Attribute("role")!.Value), Unindented(e.Value))
                : throw Bad("its template holds something else than <message role=\"system|user|assistant\">")).ToList();
            return messages.Count > 0 && root.Nodes().OfType<XText>().All(t => string.IsNullOrWhiteSpace(t.Value))
                ? messages
                : throw Bad("its template has text outside of <message role=\"...\">");
        }
        catch (XmlException exception)
        {
            throw Bad($"its template is not well-formed: {exception.Message}");
        }
    }

    private void Check()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, text) in _messages)
        {
            foreach (Match match in Placeholder().Matches(text))
            {
                used.Add(match.Groups["name"].Value);
            }

            if (Placeholder().Replace(text, "").Contains("{{", StringComparison.Ordinal))
            {
                throw Bad("it holds a placeholder of another form than {{$name}}");
            }
        }

        if (used.FirstOrDefault(u => Variables.All(v => v.Name != u)) is { } undeclared)
        {
            throw Bad($"it uses {{{{${undeclared}}}}}, which input_variables does not declare");
        }

        if (Variables.FirstOrDefault(v => !used.Contains(v.Name)) is { } unused)
        {
            throw Bad($"it declares {unused.Name} and does not use it");
        }
    }

    private PaperChatException Bad(string why) => new($"The prompt {File} cannot be used: {why}.");

    private static string Unindented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim();

    [GeneratedRegex(@"\{\{\$(?<name>\w+)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
