using System.Globalization;
using System.Text.Json;
using PaperChat.Digests;
using PaperChat.Hosting;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Commands;

/// <summary>What the commands of subscriptions say, for people and as JSON. Addresses are redacted.</summary>
internal static class SubscriptionOutput
{
    public static void WriteAdded(CommandContext context, Subscription added)
    {
        if (context.Settings.Json)
        {
            context.Console.Out.WriteLine(IngestionJson.Write(json => WriteFields(json, added, null)));
            return;
        }

        var often = added.Cadence == Cadence.Daily ? "every day" : "every week";
        context.Console.Out.WriteLine($"{added.Id}  {often} to {added.Delivery.Redacted}: {TerminalText.Line(added.Text)}");
        context.Note($"'paperchat-ingest watch' sends the digests; 'paperchat-ingest unsubscribe {added.Id}' ends them.");
    }

    public static void WriteEnded(CommandContext context, IReadOnlyList<string> ended)
    {
        foreach (var id in ended)
        {
            context.Console.Out.WriteLine(context.Settings.Json ? IngestionJson.Write(json => json.WriteString("ended", id)) : $"{id} has ended; its address was deleted.");
        }
    }

    /// <summary>The answer from which changes are counted.</summary>
    public static void WriteKept(CommandContext context, KeptAnswer? kept)
    {
        if (context.Settings.Json)
        {
            return;
        }

        if (kept is not { Answered: true })
        {
            context.Note(kept is null ? "There is no library yet: its first answer will be news." : "The library does not answer it yet: its first answer will be news.");
            return;
        }

        context.Note("As it is answered now:");
        foreach (var sentence in kept.Sentences)
        {
            var titles = string.Join("; ", sentence.Citations.Select(c => c.Title));
            context.Note($"  {sentence.Text} ({titles})");
        }
    }

    public static void WriteList(CommandContext context, IReadOnlyList<(Subscription Subscription, OutgoingDigest? Last)> list)
    {
        if (list.Count == 0 && !context.Settings.Json)
        {
            context.Note("There are no subscriptions. One is made with: paperchat-ingest subscribe \"INTEREST\" --email ADDRESS");
        }

        foreach (var (subscription, last) in list)
        {
            context.Console.Out.WriteLine(context.Settings.Json ? IngestionJson.Write(json => WriteFields(json, subscription, last)) : Line(subscription, last));
        }
    }

    /// <summary>Shows a digest, or writes it to a file.</summary>
    public static async Task<int> PreviewAsync(
        CommandContext context, Subscription subscription, DigestContent? content, string? file, string nothing, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            context.Note(nothing);
            return ExitCode.NoEvidence;
        }

        var now = context.Time.GetUtcNow();
        if (file is not null)
        {
            var digest = new OutgoingDigest { Subscription = subscription.Id, Period = now, State = DigestState.Waiting, Content = content, Composed = now, Due = now };
            await DigestFile.WriteAsync(file, subscription.Id, subscription.Text, [digest], cancellationToken);
            context.Note($"Written to {file}");
        }
        else if (context.Settings.Json)
        {
            await context.Console.Out.WriteLineAsync(JsonSerializer.Serialize(content, SubscriptionJson.Default.DigestContent));
        }
        else
        {
            await context.Console.Out.WriteAsync(DigestText.Write(DigestPage.Of(content, now), null));
        }

        return ExitCode.Done;
    }

    private static string Line(Subscription subscription, OutgoingDigest? last)
    {
        var what = subscription.Kind == SubscriptionKind.Question ? "question" : "interest";
        var how = last switch
        {
            null => "no digest yet",
            { State: DigestState.Sent, Sent: { } sent } => "last digest sent " + Time(sent),
            { State: DigestState.Failed } => $"last digest given up after {last.Attempts} attempts: {TerminalText.Line(last.Error)}",
            { Error: { } error } => $"last digest to be tried again {Time(last.Due)}: {TerminalText.Line(error)}",
            _ => "last digest on its way",
        };
        return $"{subscription.Id}  {what}, {subscription.Cadence.ToString().ToLowerInvariant()}, to {subscription.Delivery.Redacted}; {how}\n          {TerminalText.Line(subscription.Text)}";
    }

    // {"id","kind","text","cadence","limit","trending","likes","channel","to","created","last"?:{"period","state","attempts","sent"?,"error"?}}
    private static void WriteFields(Utf8JsonWriter json, Subscription subscription, OutgoingDigest? last)
    {
        json.WriteString("id", subscription.Id);
        json.WriteString("kind", subscription.Kind.ToString().ToLowerInvariant());
        json.WriteString("text", subscription.Text);
        json.WriteString("cadence", subscription.Cadence.ToString().ToLowerInvariant());
        json.WriteNumber("limit", subscription.Limit);
        json.WriteBoolean("trending", subscription.Trending);
        json.WriteStartArray("likes");
        subscription.Likes.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteString("channel", subscription.Delivery.Channel.ToString().ToLowerInvariant());
        json.WriteString("to", subscription.Delivery.Redacted);
        json.WriteString("created", subscription.Created);
        if (last is null)
        {
            return;
        }

        json.WriteStartObject("last");
        json.WriteString("period", last.Period);
        json.WriteString("state", last.State.ToString().ToLowerInvariant());
        json.WriteNumber("attempts", last.Attempts);
        if (last.Sent is { } sent)
        {
            json.WriteString("sent", sent);
        }

        if (last.Error is { } error)
        {
            json.WriteString("error", error);
        }

        json.WriteEndObject();
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
