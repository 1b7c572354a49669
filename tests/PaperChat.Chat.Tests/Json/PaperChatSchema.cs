using System.Text.Json;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Json;

/// <summary>The published schema, and outputs held against it.</summary>
internal static class PaperChatSchema
{
    private static readonly JsonSchema Schema = new(JsonDocument.Parse(
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "schema", "paperchat.schema.json"))).RootElement);

    /// <summary>The one object of an output, which must be of this shape.</summary>
    public static JsonElement Object(string definition, string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Single(lines);
        return Line(definition, lines[0]);
    }

    public static JsonElement Line(string definition, string line)
    {
        using var document = JsonDocument.Parse(line);
        Assert.Empty(Schema.Check(definition, document.RootElement));
        return document.RootElement.Clone();
    }
}
