using PaperChat.Models.Remote;

namespace PaperChat.SemanticKernel.Tests;

/// <summary>Where the scripted models are.</summary>
internal static class Endpoints
{
    public const string Key = "sk-test-0123456789abcdefghijklmnop";

    public static ModelEndpoint Of(Uri address, ModelProvider provider = ModelProvider.Compatible) =>
        new() { Provider = provider, Address = address, Model = "scripted", ApiKey = Key };
}
