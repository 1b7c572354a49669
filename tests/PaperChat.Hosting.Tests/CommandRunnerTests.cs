using System.Text.Json;
using PaperChat.Ingestion;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Hosting.Tests;

public sealed class CommandRunnerTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_exit_code_is_what_the_command_returns()
    {
        Assert.Equal(ExitCode.NoEvidence, await _host.RunAsync("work", (_, _) => Task.FromResult(ExitCode.NoEvidence)));
    }

    public static TheoryData<Exception, int, string> Failures => new()
    {
        { new OperationCanceledException(), 130, "cancelled" },
        { new UsageException("No such option."), 2, "usage" },
        { new NotFoundException("No such paper."), 3, "notFound" },
        { new PaperChatException("It failed."), 1, "failed" },
        { new SourceException("It did not answer.", isTransient: true), 4, "unavailable" },
        { new LibraryException("Another writer holds it.", isTransient: true), 1, "library" },
        { new IOException("No space left."), 1, "io" },
        { new InvalidOperationException("A defect."), 1, "internal" },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task Each_kind_of_failure_has_its_exit_code_and_goes_to_standard_error(Exception failure, int exitCode, string code)
    {
        Assert.Equal(exitCode, await _host.RunAsync("work --json", (_, _) => throw failure));

        var error = JsonDocument.Parse(_host.Error).RootElement.GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        Assert.NotEqual("", error.GetProperty("message").GetString());
        Assert.Equal("", _host.Output);
    }

    [Fact]
    public async Task Without_json_the_message_alone_is_printed()
    {
        Assert.Equal(1, await _host.RunAsync("work", (_, _) => throw new PaperChatException("It failed \u001b[31mbadly.")));

        Assert.Equal("It failed [31mbadly." + Environment.NewLine, _host.Error);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("work one --nonsense two")]
    [InlineData("work --limit")]
    [InlineData("work --limit 0")]
    [InlineData("work --limit many")]
    [InlineData("work --year 20x4")]
    [InlineData("work --year 2023..2020")]
    [InlineData("work --venue= ")]
    [InlineData("work --quiet --verbose")]
    [InlineData("work --store qdrant --endpoint nowhere")]
    [InlineData("work --store paper")]
    [InlineData("work --config /no/such/file.json")]
    public async Task Wrong_usage_is_exit_code_2_with_nothing_on_standard_output(string commandLine)
    {
        var ran = false;

        var code = await _host.RunAsync(commandLine, (_, _) =>
        {
            ran = true;
            return Task.FromResult(0);
        });

        Assert.Equal(ExitCode.Usage, code);
        Assert.False(ran);
        Assert.Equal("", _host.Output);
        Assert.NotEqual("", _host.Error);
    }

    [Fact]
    public async Task A_word_that_starts_with_an_at_sign_is_a_word_and_no_response_file()
    {
        var words = Array.Empty<string>();

        await _host.RunAsync("work @home", (context, _) =>
        {
            words = context.Parsed.GetValue<string[]>("words")!;
            return Task.FromResult(0);
        });

        Assert.Equal(["@home"], words);
    }

    [Fact]
    public async Task After_two_dashes_everything_is_a_word()
    {
        var words = Array.Empty<string>();

        await _host.RunAsync("work one -two -- --three", (context, _) =>
        {
            words = context.Parsed.GetValue<string[]>("words")!;
            return Task.FromResult(0);
        });

        Assert.Equal(["one", "-two", "--three"], words);
    }

    [Fact]
    public async Task The_version_names_the_build()
    {
        Assert.Equal(0, await _host.RunAsync("--version", (_, _) => throw new InvalidOperationException()));

        Assert.EndsWith(RunningBuild.IsFullStack ? " 0.1.0 (full stack)" : " 0.1.0 (default build)", _host.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_needs_no_library_and_goes_to_standard_output()
    {
        _host.LocalDataFolder = null;

        Assert.Equal(0, await _host.RunAsync("work --help", (_, _) => throw new InvalidOperationException()));

        Assert.Contains("--library", _host.Output, StringComparison.Ordinal);
        Assert.Equal("", _host.Error);
    }

    [Fact]
    public async Task The_first_interruption_cancels_the_command_and_the_second_asks_for_the_end()
    {
        var second = true;

        var code = await _host.RunAsync("work", async (_, cancellationToken) =>
        {
            Assert.True(_host.Interruption.Interrupt());
            second = _host.Interruption.Interrupt();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        });

        Assert.Equal(ExitCode.Cancelled, code);
        Assert.False(second);
    }

    [Fact]
    public async Task A_command_may_use_an_interruption_up_itself()
    {
        var code = await _host.RunAsync("work", (context, cancellationToken) =>
        {
            var stopped = 0;
            using (context.Interruption.HandleFirst(() => ++stopped == 1))
            {
                Assert.True(_host.Interruption.Interrupt());
                Assert.False(cancellationToken.IsCancellationRequested);
                Assert.True(_host.Interruption.Interrupt());
                Assert.True(cancellationToken.IsCancellationRequested);
            }

            return Task.FromResult(stopped);
        });

        Assert.Equal(2, code);
    }

    [Fact]
    public void An_error_of_a_batch_carries_the_id_of_its_question()
    {
        var json = new Failure(3, "notFound", "Nicht gefunden: \"é\".").ToJson("q-1");

        Assert.Equal("""{"id":"q-1","error":{"code":"notFound","message":"Nicht gefunden: \"é\"."}}""", json);
    }

    [Fact]
    public async Task Quiet_keeps_notes_back_and_verbose_shows_where_a_failure_came_from()
    {
        await _host.RunAsync("work --quiet", (context, _) =>
        {
            context.Note("By the way.");
            return Task.FromResult(0);
        });
        Assert.Equal("", _host.Error);

        await _host.RunAsync("work --verbose", (_, _) => throw new PaperChatException("It failed."));
        Assert.Contains(nameof(CommandRunnerTests), _host.Error, StringComparison.Ordinal);
    }
}
