using System.Diagnostics;
using System.Globalization;
using PaperChat.Evaluation;

namespace PaperChat.Benchmarks.Load;

/// <summary>
/// A running server under many clients at once, each of which sends its next request when it has the answer to the last: times,
/// statuses, and the server's memory. The answers are <c>extractive</c>, so that no model's time is in it.
/// </summary>
internal static class LoadMeasurement
{
    private const string Usage = "load ADDRESS QUESTIONS.jsonl [ask|search|both] [CLIENTS] [SECONDS] [SERVER'S PROCESS ID]";

    // Until the runtime has compiled anew what is called often.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, TimeProvider time, CancellationToken cancellationToken)
    {
        if (args.Length is < 2 or > 6 || !Uri.TryCreate(args[0], UriKind.Absolute, out var address))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var questions = (await QuestionFile.ReadAsync(args[1], cancellationToken)).Select(q => q.Text).ToArray();
        var what = args.Length > 2 ? args[2] : "both";
        var clients = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 64;
        var seconds = args.Length > 4 ? int.Parse(args[4], CultureInfo.InvariantCulture) : 60;
        using var server = args.Length > 5 ? Process.GetProcessById(int.Parse(args[5], CultureInfo.InvariantCulture)) : null;

        await RoundAsync(address, questions, what, clients, WarmUp, time, cancellationToken);
        var memory = WatchAsync(server, TimeSpan.FromSeconds(seconds), time, cancellationToken);
        var processor = Processor(server);
        var answers = await RoundAsync(address, questions, what, clients, TimeSpan.FromSeconds(seconds), time, cancellationToken);
        Write(answers, seconds, await memory, Processor(server) - processor);
        return answers.Any(a => a.Status != 200) ? 1 : 0;
    }

    private static async Task<IReadOnlyList<LoadAnswer>> RoundAsync(
        Uri address, string[] questions, string what, int clients, TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = clients };
        using var http = new HttpClient(handler) { BaseAddress = address };
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(_ => ending.Cancel(), null, length, Timeout.InfiniteTimeSpan);
        var running = Enumerable.Range(0, clients).Select(number => new LoadClient(http, questions, what, number, time).RunAsync(ending.Token));
        return [.. (await Task.WhenAll(running)).SelectMany(a => a)];
    }

    private static async Task<IReadOnlyList<long>> WatchAsync(Process? server, TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        List<long> seen = [];
        using var ticks = new PeriodicTimer(length / 12, time);
        while (server is not null && seen.Count < 12 && await ticks.WaitForNextTickAsync(cancellationToken))
        {
            server.Refresh();
            seen.Add(server.WorkingSet64 >> 20);
        }

        return seen;
    }

    private static TimeSpan Processor(Process? server)
    {
        server?.Refresh();
        return server?.TotalProcessorTime ?? TimeSpan.Zero;
    }

    private static void Write(IReadOnlyList<LoadAnswer> answers, int seconds, IReadOnlyList<long> memory, TimeSpan processor)
    {
        foreach (var group in answers.GroupBy(a => a.Path).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var times = group.Select(a => a.Milliseconds).Order().ToArray();
            Console.WriteLine(FormattableString.Invariant(
                $"{group.Key,-12} {times.Length,7} answers, {(double)times.Length / seconds,7:F1}/s; ms p50 {At(times, 0.5):F1}, p95 {At(times, 0.95):F1}, p99 {At(times, 0.99):F1}, most {times[^1]:F1}; status {string.Join(", ", group.CountBy(a => a.Status).OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}"));
        }

        if (memory.Count > 0)
        {
            Console.WriteLine(FormattableString.Invariant(
                $"server: {processor.TotalMilliseconds / Math.Max(1, answers.Count):F2} ms of processor a request; MB in memory {string.Join(' ', memory)}"));
        }
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
