using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperChat.Chat.Tests.Api;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_go_to_the_configured_receiver_and_name_no_question()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var receiver = await ReceiverAsync(received);
        await using (var server = await TestServer.StartAsync(settings: new Dictionary<string, string> { ["TELEMETRY:ENDPOINT"] = receiver.Urls.Single() }))
        {
            await server.PostAsync("/api/ask", """{"question":"What of zebrafish?"}""");
            await server.GetAsync("/api/search?q=zebrafish");
            await server.StopAsync();
        }

        Assert.Contains("POST /api/ask", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("paperchat.answers", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.All(received.Values, sent => Assert.DoesNotContain("zebrafish", sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_is_none_is_wrong_usage()
    {
        var program = await TestProgram.WithPapersAsync();
        program.Variables["PAPERCHAT__TELEMETRY__ENDPOINT"] = "somewhere";

        Assert.Equal(2, (await program.RunAsync("serve", "--urls", "http://127.0.0.1:0")).ExitCode);
    }

    private static async Task<WebApplication> ReceiverAsync(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var sent = await reader.ReadToEndAsync(context.RequestAborted);
            received.AddOrUpdate(context.Request.Path.Value!, sent, (_, before) => before + sent);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
