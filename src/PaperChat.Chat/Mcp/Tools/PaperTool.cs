using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol.Protocol;
using PaperChat.Chat.Mcp.Parameters;

namespace PaperChat.Chat.Mcp.Tools;

/// <summary>A tool that reads the library: what models are told of it, and what it does. Thread-safe.</summary>
internal abstract class PaperTool
{
    private readonly Lazy<Tool> _description;

    protected PaperTool() => _description = new(Describe);

    public abstract string Name { get; }

    /// <summary>For lists that people see.</summary>
    protected abstract string Title { get; }

    /// <summary>For models: what it gives, when to call it, its limits.</summary>
    protected abstract string Purpose { get; }

    public abstract IReadOnlyList<ToolParameter> Parameters { get; }

    /// <summary>The shape of the structured content.</summary>
    protected abstract JsonTypeInfo Shape { get; }

    /// <summary>As the protocol lists it; made when it is first asked for.</summary>
    public Tool Description => _description.Value;

    /// <exception cref="PaperChatException">What the caller is told in place of a result.</exception>
    public abstract Task<ToolReply> RunAsync(ToolCall call, CancellationToken cancellationToken);

    private Tool Describe() => new()
    {
        Name = Name,
        Title = Title,
        Description = Purpose,
        InputSchema = ToolSchema.OfInput(Parameters),
        OutputSchema = ToolSchema.OfOutput(Shape),
        Annotations = new ToolAnnotations { Title = Title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
