using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PaperChat.Prompts;

/// <summary>Reads a prompt in Semantic Kernel's YAML format.</summary>
internal static class PromptFile
{
    private const string Format = "semantic-kernel";

    public static PromptTemplate Read(string text, string file)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            var root = yaml.Documents.Count == 1 && yaml.Documents[0].RootNode is YamlMappingNode map ? map : throw Bad(file, "it is not one YAML mapping");
            if (Scalar(root, "template_format") is { } format && format != Format)
            {
                throw Bad(file, $"its template_format is {format}, not {Format}");
            }

            var settings = Node(root, "execution_settings") is YamlMappingNode all && Node(all, "default") is YamlMappingNode own ? own : null;
            return new PromptTemplate(
                Scalar(root, "name") ?? throw Bad(file, "it has no name"),
                Scalar(root, "description") ?? "",
                Scalar(root, "template") ?? throw Bad(file, "it has no template"),
                Node(root, "input_variables") is YamlSequenceNode list ? [.. list.OfType<YamlMappingNode>().Select(v => Variable(v, file))] : [],
                text, file)
            {
                Temperature = Number(settings, "temperature", file) is { } temperature ? (float)temperature : null,
                MaxTokens = Number(settings, "max_tokens", file) is { } most ? (int)most : null,
            };
        }
        catch (YamlException exception)
        {
            throw Bad(file, $"line {exception.Start.Line} is not YAML: {exception.Message}");
        }
    }

    private static PromptVariable Variable(YamlMappingNode node, string file) => new(
        Scalar(node, "name") ?? throw Bad(file, "a variable has no name"),
        Scalar(node, "description") ?? "",
        Scalar(node, "is_required") is "true",
        Scalar(node, "default"));

    private static YamlNode? Node(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string? Scalar(YamlMappingNode map, string key) => Node(map, key) is YamlScalarNode scalar ? scalar.Value : null;

    private static double? Number(YamlMappingNode? map, string key, string file) =>
        map is null || Scalar(map, key) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw Bad(file, $"{key} is not a number");

    private static PaperChatException Bad(string file, string why) => new($"The prompt {file} cannot be used: {why}.");
}
