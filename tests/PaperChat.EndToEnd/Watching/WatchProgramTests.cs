using System.Text.Json;
using MimeKit;
using PaperChat.TestSupport;
using PaperChat.TestSupport.Mail;

namespace PaperChat.EndToEnd.Watching;

/// <summary>The built watch as a process, over a folder of files and a mail server that takes what it is sent.</summary>
public sealed class WatchProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_again_and_again_it_mails_each_paper_once()
    {
        await using var server = new SmtpServer();
        await ConfigureAsync(server);
        await SubscribeAsync();
        var random = new Random(7);
        for (var day = 1; day <= 6; day++)
        {
            await using var run = Start();
            await WaitForAsync(run, "Watching");
            await File.WriteAllTextAsync(Path.Combine(_folder.File("inbox"), $"day{day}.jsonl"), PaperLine(day), Token);
            await Task.Delay(random.Next(0, 2500), Token);
            Assert.True(run.TryKill());
            await run.FinishAsync(Token);
        }

        await using (var last = Start())
        {
            await WaitForAsync(last, "Watching");
            await WaitUntilAsync(() => Names(server).Distinct().Count() == 6);
            await last.InterruptAsync(Token);
            Assert.Equal(0, (await last.FinishAsync(Token, closeInput: false)).ExitCode);
        }

        // One that was taken in the moment of a kill may have come twice; its Message-ID tells.
        var messages = Messages(server).DistinctBy(m => m.MessageId).ToArray();
        Assert.Equal(["N1", "N2", "N3", "N4", "N5", "N6"], messages.SelectMany(NamesIn).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Once_it_does_what_is_due_and_ends_and_one_click_ends_a_subscription()
    {
        await using var server = new SmtpServer();
        await ConfigureAsync(server);
        await SubscribeAsync();
        await RunOnceAsync();
        await File.WriteAllTextAsync(Path.Combine(_folder.File("inbox"), "day.jsonl"), PaperLine(1), Token);
        await WaitUntilAsync(async () =>
        {
            await RunOnceAsync();
            return server.Received.Count > 0;
        });
        var message = Assert.Single(Messages(server));
        Assert.Equal("N1", Assert.Single(NamesIn(message)));
        Assert.NotNull(message.HtmlBody);

        await using var run = Start();
        var line = await WaitForAsync(run, "Watching");
        var address = new Uri(line.Split("health at ")[1].Split("/health")[0]);
        var token = new Uri(message.Headers["List-Unsubscribe"]!.Trim('<', '>', ' ')).Segments[^1];
        using var http = new HttpClient { BaseAddress = address };
        using var click = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.True((await http.PostAsync(new Uri("/unsubscribe/" + token, UriKind.Relative), click, Token)).IsSuccessStatusCode);

        var left = await ProgramRun.RunAsync(ProgramRun.Ingest, ["subscriptions", "--json", .. Common], Token);
        Assert.Equal((0, ""), (left.ExitCode, left.Output));
    }

    [Fact]
    public async Task A_second_watch_ends_with_a_message()
    {
        await using var server = new SmtpServer();
        await ConfigureAsync(server);
        await using var first = Start();
        await WaitForAsync(first, "Watching");

        var second = await ProgramRun.RunAsync(ProgramRun.Ingest, ["watch", .. Common], Token);

        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another watch", second.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Every\": \"never\"", "Watch:Sources:inbox:Every")]
    [InlineData("\"Cron\": \"61 * * * *\"", "Watch:Sources:inbox:Cron")]
    public async Task A_setting_that_makes_no_sense_is_wrong_usage(string schedule, string setting)
    {
        await File.WriteAllTextAsync(_folder.File("paperchat.json"), """{"Watch":{"Sources":{"inbox":{"Read":"inbox",""" + schedule + "}}}}", Token);

        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, ["watch", .. Common], Token);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(setting, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_are_made_shown_and_ended_with_redacted_addresses()
    {
        await File.WriteAllTextAsync(_folder.File("paperchat.json"), "{}", Token);
        var made = await ProgramRun.RunAsync(
            ProgramRun.Ingest, ["subscribe", "coral reefs", "--email", "reader@example.org", "--weekly", "--limit", "5", "--json", .. Common], Token);
        using var json = JsonDocument.Parse(made.Output);
        var id = json.RootElement.GetProperty("id").GetString()!;

        var shown = await ProgramRun.RunAsync(ProgramRun.Ingest, ["subscriptions", .. Common], Token);
        var ended = await ProgramRun.RunAsync(ProgramRun.Ingest, ["unsubscribe", id, .. Common], Token);
        var again = await ProgramRun.RunAsync(ProgramRun.Ingest, ["unsubscribe", id, .. Common], Token);

        Assert.Contains($"{id}  interest, weekly, to r…@….org; no digest yet", shown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("reader@", made.Output + made.Error + shown.Output + shown.Error, StringComparison.Ordinal);
        Assert.Equal((0, 3), (ended.ExitCode, again.ExitCode));
    }

    private string[] Common => ["--library", _folder.File("library"), "--config", _folder.File("paperchat.json")];

    private static string PaperLine(int number) =>
        $$"""{"id":"n{{number}}","title":"N{{number}}: coral reefs","abstract":"We count the corals of coral reefs from the air. The reefs are healthy."}""" + "\n";

    private static IEnumerable<MimeMessage> Messages(SmtpServer server) => server.Received.Select(m =>
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(m.Text));
        return MimeMessage.Load(stream);
    });

    private static IEnumerable<string> Names(SmtpServer server) => Messages(server).SelectMany(NamesIn);

    private static IEnumerable<string> NamesIn(MimeMessage message) =>
        message.TextBody!.Split('\n').Where(l => l.StartsWith('[')).Select(l => l.Split(' ')[1].TrimEnd(':'));

    // Every second: the tests' days are short.
    private async Task ConfigureAsync(SmtpServer server)
    {
        Directory.CreateDirectory(_folder.File("inbox"));
        await File.WriteAllTextAsync(Path.Combine(_folder.File("inbox"), "first.jsonl"), """{"id":"n0","title":"Granite quarries","abstract":"We weigh granite."}""" + "\n", Token);
        var settings = new Dictionary<string, object>
        {
            ["Watch"] = new Dictionary<string, object>
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Daily"] = "* * * * * *",
                ["Sources"] = new Dictionary<string, object> { ["inbox"] = new Dictionary<string, string> { ["Read"] = _folder.File("inbox"), ["Cron"] = "* * * * * *" } },
            },
            ["Mail"] = new Dictionary<string, object>
            {
                ["Host"] = "127.0.0.1",
                ["Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Security"] = "none",
                ["From"] = "PaperChat <papers@example.org>",
            },
        };
        await File.WriteAllTextAsync(_folder.File("paperchat.json"), JsonSerializer.Serialize(settings), Token);
    }

    private async Task SubscribeAsync() =>
        Assert.Equal(0, (await ProgramRun.RunAsync(ProgramRun.Ingest, ["subscribe", "coral reefs", "--email", "reader@example.org", .. Common], Token)).ExitCode);

    private async Task RunOnceAsync()
    {
        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, ["watch", "--once", .. Common], Token);
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private ProgramRun Start() => ProgramRun.Start(ProgramRun.Ingest, ["watch", .. Common]);

    private static async Task<string> WaitForAsync(ProgramRun run, string beginning)
    {
        while (await run.ReadErrorLineAsync(Token) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The watch ended before it said '{beginning}'.");
    }

    private static Task WaitUntilAsync(Func<bool> isSo) => WaitUntilAsync(() => Task.FromResult(isSo()));

    private static async Task WaitUntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
