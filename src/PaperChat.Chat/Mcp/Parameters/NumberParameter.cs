using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>A whole number of a range.</summary>
internal sealed class NumberParameter(string name, string description, int least, int most, int preset) : ToolParameter(name, description)
{
    /// <summary>The number, or its default. Digits in a text count, since many programs send all arguments as texts.</summary>
    public int Read(ToolArguments arguments)
    {
        if (Given(arguments) is not { } value)
        {
            return preset;
        }

        var number = 0;
        var isWhole = value.ValueKind switch
        {
            JsonValueKind.Number => value.TryGetInt32(out number),
            JsonValueKind.String => int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
        return isWhole && number >= least && number <= most
            ? number
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"is a whole number from {least} to {most}."));
    }

    protected override void Describe(JsonObject schema)
    {
        schema["type"] = "integer";
        schema["minimum"] = least;
        schema["maximum"] = most;
        schema["default"] = preset;
    }
}
