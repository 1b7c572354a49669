using PaperChat.Models.Remote;

namespace PaperChat.Hosting.Tests;

public sealed class ModelSettingsTests : IDisposable
{
    private const string Key = "sk-test-0123456789abcdefghijklmnop";

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private async Task<ModelEndpoint?> ChatAsync() => (await _host.ReadSettingsAsync("work")).Models.Chat;

    [Theory]
    [InlineData("OPENAI_API_KEY", Key)]
    [InlineData("OLLAMA_HOST", "127.0.0.1:11434")]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "http://127.0.0.1:8080/v1")]
    [InlineData("PAPERCHAT__CHAT__APIKEY", Key)]
    public async Task Nothing_but_the_models_name_switches_a_model_on(string variable, string value)
    {
        _host[variable] = value;

        Assert.Null(await ChatAsync());
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", Key, ModelProvider.OpenAI, "https://api.openai.com/v1", Key)]
    [InlineData("OLLAMA_HOST", "", ModelProvider.Ollama, "http://127.0.0.1:11434/v1", null)]
    [InlineData("OLLAMA_HOST", "0.0.0.0", ModelProvider.Ollama, "http://127.0.0.1:11434/v1", null)]
    [InlineData("OLLAMA_HOST", ":11500", ModelProvider.Ollama, "http://127.0.0.1:11500/v1", null)]
    [InlineData("OLLAMA_HOST", "big.example.org", ModelProvider.Ollama, "http://big.example.org:11434/v1", null)]
    [InlineData("OLLAMA_HOST", "https://big.example.org/", ModelProvider.Ollama, "https://big.example.org/v1", null)]
    [InlineData("OPENAI_BASE_URL", "http://127.0.0.1:1234/v1/", ModelProvider.Compatible, "http://127.0.0.1:1234/v1", null)]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "http://127.0.0.1:1234", ModelProvider.Compatible, "http://127.0.0.1:1234/v1", null)]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "https://openrouter.example/api/v1", ModelProvider.Compatible, "https://openrouter.example/api/v1", null)]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "http://10.0.0.5:11434", ModelProvider.Ollama, "http://10.0.0.5:11434/v1", null)]
    public async Task Usual_variables_fill_the_gaps(string variable, string value, ModelProvider provider, string address, string? key)
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "test-model";
        _host["PAPERCHAT__CHAT__PROVIDER"] = variable == "OLLAMA_HOST" ? "ollama" : "";
        _host[variable] = value;

        var endpoint = await ChatAsync();

        Assert.Equal((provider, address, key), (endpoint!.Provider, endpoint.Address.ToString(), endpoint.ApiKey));
    }

    [Fact]
    public async Task Azure_has_its_own_address_and_key()
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "my-deployment";
        _host["AZURE_OPENAI_ENDPOINT"] = "https://mine.openai.azure.com/";
        _host["AZURE_OPENAI_API_KEY"] = Key;

        var endpoint = await ChatAsync();

        Assert.Equal((ModelProvider.AzureOpenAI, "https://mine.openai.azure.com/openai/v1", Key), (endpoint!.Provider, endpoint.Address.ToString(), endpoint.ApiKey));
    }

    [Fact]
    public async Task What_is_configured_comes_before_the_usual_variables()
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "test-model";
        _host["PAPERCHAT__CHAT__ENDPOINT"] = "http://127.0.0.1:8080/v1";
        _host["PAPERCHAT__CHAT__APIKEY"] = "own-key";
        _host["OPENAI_API_KEY"] = Key;
        _host["OPENAI_BASE_URL"] = "http://elsewhere.example/v1";

        var endpoint = await ChatAsync();

        Assert.Equal(("http://127.0.0.1:8080/v1", "own-key"), (endpoint!.Address.ToString(), endpoint.ApiKey));
    }

    [Theory]
    [InlineData("PAPERCHAT__CHAT__PROVIDER", "psychic", "Chat:Provider")]
    [InlineData("PAPERCHAT__CHAT__PROVIDER", "openai", "OPENAI_API_KEY")]
    [InlineData("PAPERCHAT__CHAT__PROVIDER", "compatible", "Chat:Endpoint")]
    [InlineData("PAPERCHAT__CHAT__PROVIDER", "azure", "AZURE_OPENAI_ENDPOINT")]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "ftp://127.0.0.1", "Chat:Endpoint")]
    [InlineData("PAPERCHAT__CHAT__ENDPOINT", "not an address", "Chat:Endpoint")]
    public async Task What_cannot_be_is_said_with_the_key_to_change(string variable, string value, string named)
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "test-model";
        _host[variable] = value;

        var code = await _host.RunAsync("work", (context, _) =>
        {
            using var model = ChatModel.Open(context);
            return Task.FromResult(ExitCode.Done);
        });

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(named, _host.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("0.5", 0.5)]
    [InlineData("00:02:00", 120)]
    public async Task A_time_limit_is_seconds_or_a_time(string text, double seconds)
    {
        _host["PAPERCHAT__CHAT__TIMEOUT"] = text;

        Assert.Equal(TimeSpan.FromSeconds(seconds), (await _host.ReadSettingsAsync("work")).Models.Timeout("Chat"));
    }

    [Theory]
    [InlineData("PAPERCHAT__CHAT__TIMEOUT", "soon")]
    [InlineData("PAPERCHAT__CHAT__TIMEOUT", "-1")]
    [InlineData("PAPERCHAT__CHAT__CONTEXTTOKENS", "12")]
    [InlineData("PAPERCHAT__CHAT__DEEPTOKENS", "many")]
    [InlineData("PAPERCHAT__PROMPTS__FOLDER", "/nowhere/at/all")]
    public async Task A_setting_out_of_range_stops_the_command_before_it_starts(string variable, string value)
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "test-model";
        _host["PAPERCHAT__CHAT__ENDPOINT"] = "http://127.0.0.1:8080/v1";
        _host[variable] = value;

        var code = await _host.RunAsync("work", (context, _) =>
        {
            using var model = ChatModel.Open(context);
            return Task.FromResult(ExitCode.Done);
        });

        Assert.NotEqual(ExitCode.Done, code);
        Assert.DoesNotContain("Unexpected", _host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embeddings_are_remote_only_where_a_service_is_named_for_them()
    {
        _host["PAPERCHAT__CHAT__MODEL"] = "test-model";
        _host["OPENAI_API_KEY"] = Key;
        Assert.Null((await _host.ReadSettingsAsync("work")).Models.Embeddings);

        _host["PAPERCHAT__EMBEDDINGS__PROVIDER"] = "openai";
        _host["PAPERCHAT__EMBEDDINGS__MODEL"] = "text-embedding-3-small";
        var settings = await _host.ReadSettingsAsync("work");

        Assert.Equal("https://api.openai.com/v1", settings.Models.Embeddings!.Address.ToString());
        Assert.Equal(("text-embedding-3-small", 1536), (settings.EmbeddingModel!.Info.Name, settings.EmbeddingModel.Info.Dimension));
    }

    [Fact]
    public async Task A_service_whose_vectors_have_an_unknown_length_needs_it_said()
    {
        _host["PAPERCHAT__EMBEDDINGS__ENDPOINT"] = "http://127.0.0.1:8080/v1";
        _host["PAPERCHAT__EMBEDDINGS__MODEL"] = "my-own";
        var settings = await _host.ReadSettingsAsync("work");
        Assert.Contains("Embeddings:Dimensions", Assert.Throws<UsageException>(() => settings.EmbeddingModel).Message, StringComparison.Ordinal);

        _host["PAPERCHAT__EMBEDDINGS__DIMENSIONS"] = "64";

        Assert.Equal(64, (await _host.ReadSettingsAsync("work")).EmbeddingModel!.Info.Dimension);
    }
}
