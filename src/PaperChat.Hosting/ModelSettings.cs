using System.Globalization;
using Microsoft.Extensions.Configuration;
using PaperChat.Models.Remote;

namespace PaperChat.Hosting;

/// <summary>
/// Reads which remote model a section of the configuration (<c>Chat</c>, <c>Embeddings</c>) names. Usual variables of the environment
/// fill gaps of address and key; none of them ever switches a model on.
/// </summary>
internal sealed class ModelSettings(IConfiguration configuration, HostEnvironment environment)
{
    private const string OpenAIAddress = "https://api.openai.com/v1";
    private const string OllamaAddress = "http://127.0.0.1:11434";
    private const int OllamaPort = 11434;

    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The chat model; null unless <c>Chat:Model</c> is set.</summary>
    public ModelEndpoint? Chat => configuration["Chat:Model"] is { Length: > 0 } model ? Endpoint("Chat", model) : null;

    /// <summary>The remote embedding model; null unless an endpoint or a provider is named for it.</summary>
    public ModelEndpoint? Embeddings =>
        configuration["Embeddings:Endpoint"] is { Length: > 0 } || configuration["Embeddings:Provider"] is { Length: > 0 }
            ? Endpoint("Embeddings", configuration["Embeddings:Model"] is { Length: > 0 } model ? model
                : throw new UsageException("Embeddings:Model must name the model of the embedding service."))
            : null;

    /// <summary>How long a model may send nothing: <c>Chat:Timeout</c>, in seconds or as 00:01:30.</summary>
    public TimeSpan Timeout(string section)
    {
        var key = section + ":Timeout";
        if (configuration[key] is not { Length: > 0 } text)
        {
            return UsualTimeout;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero
            ? time
            : throw new UsageException($"{key} is a number of seconds or a time such as 00:01:30, not '{TerminalText.Line(text)}'.");
    }

    /// <summary>A whole number from <paramref name="least"/>; <paramref name="usual"/> where the key is not set.</summary>
    public int Number(string key, int usual, int least) =>
        configuration[key] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : throw new UsageException($"{key} is a whole number from {least}, not '{TerminalText.Line(text)}'.");

    private ModelEndpoint Endpoint(string section, string model)
    {
        var given = configuration[section + ":Endpoint"] is { Length: > 0 } address ? address : null;
        var provider = Provider(section, given);
        var uri = Address(section, provider, given);
        var key = configuration[section + ":ApiKey"] is { Length: > 0 } own ? own : KeyOf(provider);
        if (key is null && provider is ModelProvider.AzureOpenAI || (key is null && uri.Host == "api.openai.com"))
        {
            throw new UsageException($"{section}:Model is {TerminalText.Line(model)}, and there is no key for {uri.Host}: set {section}:ApiKey or "
                + (provider == ModelProvider.AzureOpenAI ? "AZURE_OPENAI_API_KEY." : $"OPENAI_API_KEY, or name another service with {section}:Endpoint."));
        }

        return new ModelEndpoint { Provider = provider, Address = uri, Model = model, ApiKey = key };
    }

    private ModelProvider Provider(string section, string? endpoint)
    {
        if (configuration[section + ":Provider"] is { Length: > 0 } name)
        {
            return name.ToLowerInvariant() switch
            {
                "openai" => ModelProvider.OpenAI,
                "azure" or "azureopenai" or "azure-openai" => ModelProvider.AzureOpenAI,
                "ollama" => ModelProvider.Ollama,
                "compatible" or "openai-compatible" or "other" => ModelProvider.Compatible,
                _ => throw new UsageException($"{section}:Provider is openai, azure, ollama or compatible, not '{TerminalText.Line(name)}'."),
            };
        }

        if (endpoint is not null)
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) ? OfAddress(uri) : ModelProvider.Compatible;
        }

        return environment.Variable("OPENAI_BASE_URL") is { } baseUrl && Uri.TryCreate(baseUrl, UriKind.Absolute, out var known) ? OfAddress(known)
            : environment.Variable("OPENAI_API_KEY") is not null ? ModelProvider.OpenAI
            : environment.Variable("AZURE_OPENAI_ENDPOINT") is not null ? ModelProvider.AzureOpenAI
            : environment.Variable("OLLAMA_HOST") is not null ? ModelProvider.Ollama
            : ModelProvider.OpenAI;
    }

    private static ModelProvider OfAddress(Uri address) =>
        address.Host == "api.openai.com" ? ModelProvider.OpenAI
        : address.Host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase) ? ModelProvider.AzureOpenAI
        : address.Port == OllamaPort ? ModelProvider.Ollama
        : ModelProvider.Compatible;

    private Uri Address(string section, ModelProvider provider, string? endpoint)
    {
        var (text, source) = endpoint is not null ? (endpoint, section + ":Endpoint") : provider switch
        {
            ModelProvider.AzureOpenAI => (environment.Variable("AZURE_OPENAI_ENDPOINT") ?? "", "AZURE_OPENAI_ENDPOINT"),
            ModelProvider.Ollama => (Ollama(environment.Variable("OLLAMA_HOST")), "OLLAMA_HOST"),
            ModelProvider.OpenAI => (environment.Variable("OPENAI_BASE_URL") ?? OpenAIAddress, "OPENAI_BASE_URL"),
            _ => (environment.Variable("OPENAI_BASE_URL") ?? "", section + ":Endpoint"),
        };
        if (!Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new UsageException($"{source} is the address of the model service, such as http://127.0.0.1:8080/v1, not '{TerminalText.Line(text)}'.");
        }

        var path = uri.AbsolutePath.TrimEnd('/');
        return provider == ModelProvider.AzureOpenAI && !path.Contains("/openai", StringComparison.OrdinalIgnoreCase) ? new Uri(uri, "/openai/v1")
            : path.Length == 0 ? new Uri(uri, "/v1") : uri;
    }

    // Ollama takes "host", "host:port", ":port" and whole addresses; what it listens on everywhere is found here.
    private static string Ollama(string? host)
    {
        if (string.IsNullOrWhiteSpace(host))
        {
            return OllamaAddress;
        }

        var text = host.Contains("://", StringComparison.Ordinal) ? host : "http://" + (host.StartsWith(':') ? "127.0.0.1" + host : host);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            return host;
        }

        var builder = new UriBuilder(uri) { Host = uri.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : uri.Host };
        if (uri.IsDefaultPort && uri.Scheme == "http" && !host.EndsWith(":80", StringComparison.Ordinal))
        {
            builder.Port = OllamaPort;
        }

        return builder.Uri.ToString();
    }

    private string? KeyOf(ModelProvider provider) => provider switch
    {
        ModelProvider.AzureOpenAI => environment.Variable("AZURE_OPENAI_API_KEY"),
        ModelProvider.Ollama => null,
        _ => environment.Variable("OPENAI_API_KEY"),
    };
}
