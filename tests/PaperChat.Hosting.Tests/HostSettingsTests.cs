using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Hosting.Tests;

public sealed class HostSettingsTests : IDisposable
{
    private readonly TestHost _host = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_option_names_the_library_before_the_variable_and_is_explicit()
    {
        _host["PAPERCHAT_LIBRARY"] = _folder.File("variable");

        var settings = await _host.ReadSettingsAsync($"work --library {_folder.File("option")}");

        Assert.Equal(new LibraryFolder(_folder.File("option"), IsExplicit: true), settings.Library);
    }

    [Fact]
    public async Task The_variable_names_the_library_before_the_platform()
    {
        _host["PAPERCHAT_LIBRARY"] = _folder.File("variable");

        Assert.Equal(new LibraryFolder(_folder.File("variable"), IsExplicit: false), (await _host.ReadSettingsAsync("work")).Library);
    }

    [Fact]
    public async Task The_usual_library_is_in_the_local_application_data_folder()
    {
        _host.LocalDataFolder = _folder.Path;

        var library = (await _host.ReadSettingsAsync("work")).Library;

        Assert.Equal(new LibraryFolder(Path.Combine(_folder.Path, "PaperChat", "library"), IsExplicit: false), library);
    }

    [Fact]
    public async Task Without_any_library_folder_the_error_names_the_option_and_the_variable()
    {
        _host.LocalDataFolder = null;

        var code = await _host.RunAsync("work", (context, _) => Task.FromResult(context.Settings.Library.Path.Length));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--library", _host.Error, StringComparison.Ordinal);
        Assert.Contains("PAPERCHAT_LIBRARY", _host.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_filters_of_the_command_line_are_read()
    {
        var settings = await _host.ReadSettingsAsync("work --year 2020..2023 --venue ICLR --author Lovelace --cat cs.CL --limit 7");

        Assert.Equal(new YearRange(2020, 2023), settings.Filters.Year);
        Assert.Equal("ICLR", settings.Filters.Venue);
        Assert.Equal("Lovelace", settings.Filters.Author);
        Assert.Equal("cs.CL", settings.Filters.Category);
        Assert.Equal(7, settings.Limit);
    }

    [Fact]
    public async Task Without_filters_nothing_is_filtered()
    {
        var settings = await _host.ReadSettingsAsync("work");

        Assert.True(settings.Filters.IsEmpty);
        Assert.Null(settings.Limit);
    }

    [Fact]
    public async Task The_environment_comes_before_the_configuration_file()
    {
        var file = _folder.Write("own.json", """{ "Chat": { "Model": "from the file", "Endpoint": "kept" } }""");
        _host["PAPERCHAT__CHAT__MODEL"] = "from the environment";

        var configuration = (await _host.ReadSettingsAsync($"work --config {file}")).Configuration;

        Assert.Equal("from the environment", configuration["Chat:Model"]);
        Assert.Equal("kept", configuration["Chat:Endpoint"]);
    }

    [Fact]
    public async Task The_usual_configuration_file_is_read_where_there_is_one_and_a_named_one_replaces_it()
    {
        _host.ConfigurationFolder = _folder.Path;
        Assert.Null((await _host.ReadSettingsAsync("work")).Configuration["Chat:Model"]);

        _folder.Write(Path.Combine("PaperChat", "paperchat.json"), """{ "Chat": { "Model": "usual" } }""");
        Assert.Equal("usual", (await _host.ReadSettingsAsync("work")).Configuration["Chat:Model"]);

        var other = _folder.Write("other.json", """{ "Chat": { "Endpoint": "other" } }""");
        Assert.Null((await _host.ReadSettingsAsync($"work --config {other}")).Configuration["Chat:Model"]);
    }

    [Fact]
    public async Task The_command_line_comes_before_the_configuration()
    {
        _host["PAPERCHAT__LIBRARY__STORE"] = "qdrant";

        Assert.True((await _host.ReadSettingsAsync("work")).IsQdrant);
        Assert.False((await _host.ReadSettingsAsync("work --store embedded")).IsQdrant);
    }

    [Fact]
    public async Task A_configuration_that_is_no_json_is_named()
    {
        var file = _folder.Write("broken.json", "{ \"Chat\": ");

        Assert.Equal(ExitCode.Usage, await _host.RunAsync($"work --config {file}", (_, _) => Task.FromResult(0)));

        Assert.Contains(file, _host.Error, StringComparison.Ordinal);
    }
}
