using System.Globalization;
using System.Text;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Watch;

/// <summary>Figures of a watch in Prometheus' text format, version 0.0.4. They are read from its file, so that a restart loses none.</summary>
internal static class WatchMetrics
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(WatchDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var (text, sources, outbox) = (new StringBuilder(), new SourceStates(database).List(), new Outbox(database));
        Family(text, "paperchat_source_papers_added_total", "counter", "Papers that a source brought", sources.Select(s => (Label("source", s.Name), (double)s.Added)));
        Family(text, "paperchat_source_failures", "gauge", "Failures of a source since it was last read to its end", sources.Select(s => (Label("source", s.Name), (double)s.Failures)));
        Family(text, "paperchat_source_success_timestamp_seconds", "gauge", "When the last whole reading of a source began",
            sources.Where(s => s.Succeeded is not null).Select(s => (Label("source", s.Name), s.Succeeded!.Value.ToUnixTimeMilliseconds() / 1000.0)));
        Family(text, "paperchat_subscriptions", "gauge", "Subscriptions by kind",
            new SubscriptionStore(database).List().CountBy(s => s.Kind).Select(k => (Label("kind", k.Key.ToString().ToLowerInvariant()), (double)k.Value)));
        Family(text, "paperchat_digests", "gauge", "Digests that wait, are being sent, or were given up",
            new[] { DigestState.Waiting, DigestState.Sending, DigestState.Failed }.Select(s => (Label("state", s.ToString().ToLowerInvariant()), (double)outbox.Count(s))));
        return text.ToString();
    }

    private static void Family(StringBuilder text, string name, string type, string help, IEnumerable<(string Label, double Value)> values)
    {
        text.Append($"# HELP {name} {help}\n# TYPE {name} {type}\n");
        foreach (var (label, value) in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}{{{label}}} {value}\n");
        }
    }

    private static string Label(string name, string value) =>
        $"{name}=\"{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal)}\"";
}
