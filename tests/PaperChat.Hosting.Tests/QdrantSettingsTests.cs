using PaperChat.Library;

namespace PaperChat.Hosting.Tests;

public sealed class QdrantSettingsTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Without_settings_the_library_is_in_a_folder_and_Qdrant_would_be_on_this_machine()
    {
        var settings = await _host.ReadSettingsAsync("work");

        Assert.False(settings.IsQdrant);
        Assert.Equal("http://localhost:6333/", settings.Qdrant.Endpoint.AbsoluteUri);
        Assert.Equal("papers", settings.Qdrant.Collection);
    }

    [Fact]
    public async Task The_endpoint_of_the_command_line_comes_before_that_of_the_configuration()
    {
        _host["PAPERCHAT__QDRANT__ENDPOINT"] = "http://configured:6333";
        _host["PAPERCHAT__QDRANT__COLLECTION"] = "team";

        Assert.Equal("http://configured:6333/collections/team", (await _host.ReadSettingsAsync("work --store qdrant")).Location);
        Assert.Equal("https://given/path/collections/team", (await _host.ReadSettingsAsync("work --store qdrant --endpoint https://given/path/")).Location);
        Assert.Equal("team", (await _host.ReadSettingsAsync("work --store qdrant")).Name);
    }

    [Fact]
    public async Task Every_setting_is_read()
    {
        foreach (var (key, value) in new (string, string)[]
        {
            ("APIKEY", "k"), ("READBUDGET", "5"), ("WRITEBUDGET", "6"), ("ATTEMPTTIMEOUT", "7"), ("BATCHBYTES", "2048"), ("CONCURRENCY", "3"),
            ("SHARDS", "6"), ("REPLICAS", "2"), ("WRITECONSISTENCY", "1"), ("WRITEORDERING", "Strong"), ("QUANTIZE", "false"), ("VECTORSONDISK", "true"),
            ("INDEXONDISK", "true"), ("MEMMAPTHRESHOLD", "9"), ("HNSWLINKS", "32"), ("HNSWCONSTRUCTION", "200"), ("HNSWSEARCH", "64"), ("BULKLOAD", "true"),
        })
        {
            _host["PAPERCHAT__QDRANT__" + key] = value;
        }

        var options = (await _host.ReadSettingsAsync("work")).Qdrant;

        Assert.Equal(
            options with
            {
                ApiKey = "k",
                ReadBudget = TimeSpan.FromSeconds(5),
                WriteBudget = TimeSpan.FromSeconds(6),
                AttemptTimeout = TimeSpan.FromSeconds(7),
                BatchBytes = 2048,
                Concurrency = 3,
                Shards = 6,
                Replicas = 2,
                WriteConsistency = 1,
                WriteOrdering = "strong",
                Quantize = false,
                VectorsOnDisk = true,
                IndexOnDisk = true,
                MemmapThreshold = 9,
                HnswLinks = 32,
                HnswConstruction = 200,
                HnswSearch = 64,
                BulkLoad = true,
            },
            options);
    }

    [Theory]
    [InlineData("ENDPOINT", "localhost:6333")]
    [InlineData("ENDPOINT", "http://user:secret@host:6333")]
    [InlineData("COLLECTION", "a/b")]
    [InlineData("COLLECTION", "..")]
    [InlineData("APIKEY", "two words")]
    [InlineData("SHARDS", "0")]
    [InlineData("BULKLOAD", "perhaps")]
    [InlineData("WRITEORDERING", "random")]
    public async Task A_value_that_cannot_be_used_is_wrong_usage_that_names_the_key_and_no_secret(string key, string value)
    {
        _host["PAPERCHAT__QDRANT__" + key] = value;

        var code = await _host.RunAsync("work", (_, _) => Task.FromResult(0));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains($"Qdrant:{key}", _host.Error, StringComparison.OrdinalIgnoreCase);
        Assert.True(key != "APIKEY" || !_host.Error.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_does_not_answer_is_exit_code_4_and_a_folder_in_use_is_not()
    {
        Assert.Equal(ExitCode.ServiceUnavailable, Failure.Of(new LibraryUnavailableException("Gone.")).ExitCode);
        Assert.Equal(ExitCode.Failed, Failure.Of(new LibraryException("Locked.", isTransient: true)).ExitCode);
    }
}
