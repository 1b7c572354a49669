using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PaperChat.Hosting;

namespace PaperChat.Chat.Api.Telemetry;

/// <summary>
/// Traces and metrics of the server, sent by OTLP where an endpoint is configured: by <c>Telemetry:Endpoint</c> (HTTP), else by the
/// usual variables, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> first. They name routes, statuses and times, never what was asked.
/// </summary>
internal sealed class ServeTelemetry : IDisposable
{
    public const string Name = "PaperChat";

    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string EndpointKey = "Telemetry:Endpoint";

    // Of the web server itself: durations and counts by route, method and status.
    private static readonly string[] WebMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting"];

    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private ServeTelemetry(Uri? endpoint)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("paperchat", serviceVersion: typeof(ServeTelemetry).Assembly.GetName().Version?.ToString(3));
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Name)
            .AddOtlpExporter(options => Send(options, endpoint, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Name).AddMeter(WebMeters)
            .AddOtlpExporter(options => Send(options, endpoint, "v1/metrics")).Build();
    }

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    /// <summary>Begins to collect; null where nobody wants to know.</summary>
    /// <exception cref="UsageException">The configured address is none.</exception>
    public static ServeTelemetry? Start(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Settings.Configuration[EndpointKey] is { Length: > 0 } text)
        {
            return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https"
                ? new ServeTelemetry(endpoint)
                : throw new UsageException($"{EndpointKey} is the address of an OTLP receiver, such as http://127.0.0.1:4318, not '{TerminalText.Line(text)}'.");
        }

        return context.Environment.Variable(EndpointVariable) is null ? null : new ServeTelemetry(endpoint: null);
    }

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    private static void Send(OtlpExporterOptions options, Uri? endpoint, string path)
    {
        if (endpoint is not null)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(endpoint, path);
        }
    }
}
