namespace PaperChat.Models.Remote;

/// <summary>Who serves a model; all speak OpenAI's protocol and differ in address, key and a few parameters.</summary>
public enum ModelProvider
{
    OpenAI = 0,
    AzureOpenAI,
    Ollama,

    /// <summary>Any other server with OpenAI's protocol: LM Studio, vLLM, llama.cpp, OpenRouter, ...</summary>
    Compatible,
}
