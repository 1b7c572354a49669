using Microsoft.Extensions.Configuration;
using PaperChat.Chat.Tests.Api;
using PaperChat.Hosting;
using PaperChat.Hosting.Teams;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The settings of the bot, and what the server does with them.</summary>
public sealed class OptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_settings_there_is_no_bot() => Assert.Null(Read([]));

    [Theory]
    [InlineData("AppId=x", "AppSecret")]
    [InlineData("AllowAnonymous=yes", "true or false")]
    [InlineData("AllowAnonymous=true;AppId=x;AppSecret=y", "take it away")]
    [InlineData("AppId=x;AppSecret=y;Tenant=a/../b", "Teams:Tenant")]
    [InlineData("AppId=x;AppSecret=y;Tenant=tenant.example", "Teams:Tenant")]
    [InlineData("AppId=x;AppSecret=y;Login=http://login.example.net", "Teams:Login")]
    [InlineData("AppId=x;AppSecret=y;ConnectorMetadata=nonsense", "Teams:ConnectorMetadata")]
    [InlineData("AppId=x;AppSecret=y;ServiceUrls=ftp://x", "Teams:ServiceUrls")]
    [InlineData("AppId=x;AppSecret=y;Concurrency=0", "Teams:Concurrency")]
    [InlineData("AppId=x;AppSecret=y;Queue=many", "Teams:Queue")]
    [InlineData("AppId=x;AppSecret=y;Timeout=-1", "Teams:Timeout")]
    public void Settings_that_make_no_sense_are_named(string settings, string named)
    {
        var failure = Assert.Throws<UsageException>(() => Read(settings.Split(';')));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_can_be_set()
    {
        var options = Read(
        [
            "AppId=app", "AppSecret=secret", "Tenant=11111111-2222-4333-8444-666666666666", "ServiceUrls=https://a.example/teams/, https://b.example", "Callers=one;two", "ConnectorMetadata=https://c.example/m",
            "Login=https://login.example/", $"Folder={_folder.Path}", "Concurrency=3", "Queue=9", "Timeout=4",
        ])!;

        Assert.Equal(("app", "secret", "11111111-2222-4333-8444-666666666666", false), (options.AppId, options.AppSecret, options.Tenant, options.AllowsAnonymous));
        Assert.Equal(["https://a.example/teams", "https://b.example"], options.ServiceUrls);
        Assert.Equal(["one", "two"], options.Callers);
        Assert.Equal(("https://c.example/m", "https://login.example", _folder.Path), (options.ConnectorMetadata, options.Login, options.Folder));
        Assert.Equal((3, 9, TimeSpan.FromSeconds(4)), (options.Concurrency, options.Queue, options.Timeout));
    }

    [Fact]
    public void Conversations_are_kept_in_the_user_s_data_folder_unless_another_is_named()
    {
        Assert.Equal(Path.Combine("data", "PaperChat", "teams"), Read(["AllowAnonymous=true"])!.Folder);
        Assert.Throws<UsageException>(() => Read(["AllowAnonymous=true"], dataFolder: null));
    }

    [Fact]
    public async Task Anonymous_development_is_refused_on_an_address_that_others_reach()
    {
        var program = new TestProgram(await InMemoryPaperLibrary.OfAsync(TestPapers.All, Token));
        program.Variables["PAPERCHAT__SERVE__KEYS__laptop"] = "sha256:" + new string('0', 64);
        program.Variables["PAPERCHAT__TEAMS__ALLOWANONYMOUS"] = "true";
        program.Variables["PAPERCHAT__TEAMS__FOLDER"] = _folder.Path;

        var run = await program.RunAsync("serve", "--urls", "http://0.0.0.0:0");

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("Teams:AllowAnonymous", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_bot_there_is_nothing_at_its_address()
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(404, (await server.PostAsync("/api/messages", "{}")).Status);
    }

    [Fact]
    public async Task The_bot_answers_HEAD_and_wants_a_token_in_place_of_a_key()
    {
        await using var server = await TestServer.StartAsync(settings: new Dictionary<string, string>
        {
            ["Teams:AppId"] = "app",
            ["Teams:AppSecret"] = "secret",
            ["Teams:Folder"] = _folder.Path,
            ["Serve:Keys:laptop"] = "sha256:" + new string('0', 64),
        });
        using var head = new HttpRequestMessage(HttpMethod.Head, new Uri("/api/messages", UriKind.Relative));

        using var present = await server.Client.SendAsync(head, Token);
        var (status, body) = await server.PostAsync("/api/messages", """{"type":"message"}""");

        Assert.Equal(200, (int)present.StatusCode);
        Assert.Equal((401, "token"), (status, body.GetProperty("code").GetString()));
    }

    private static TeamsOptions? Read(string[] settings, string? dataFolder = "data") => TeamsOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => "Teams:" + s[0], s => (string?)s[1])).Build(), isLoopback: true, dataFolder);
}
