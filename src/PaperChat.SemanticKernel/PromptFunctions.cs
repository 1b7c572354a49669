using Microsoft.SemanticKernel;
using PaperChat.Prompts;

namespace PaperChat.SemanticKernel;

/// <summary>The prompts of the program as functions of a kernel, read from the same files.</summary>
public static class PromptFunctions
{
    /// <exception cref="PaperChatException">Semantic Kernel cannot read the file.</exception>
    public static KernelFunction Of(PromptTemplate prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        try
        {
            return KernelFunctionYaml.FromPromptYaml(prompt.Source);
        }
        catch (Exception exception) when (exception is YamlDotNet.Core.YamlException or KernelException or ArgumentException or InvalidOperationException)
        {
            throw new PaperChatException($"The prompt {prompt.File} cannot be used: Semantic Kernel does not read it: {exception.Message}", exception);
        }
    }
}
