using System.Net.Http.Json;

namespace PaperChat.Benchmarks.Load;

/// <summary>One client: asks, reads the whole answer, and goes on to the next question.</summary>
internal sealed class LoadClient(HttpClient http, string[] questions, string what, int number, TimeProvider time)
{
    private const string Ask = "/api/ask";
    private const string Search = "/api/search";

    public async Task<IReadOnlyList<LoadAnswer>> RunAsync(CancellationToken cancellationToken)
    {
        List<LoadAnswer> answers = [];
        try
        {
            for (var turn = number; ; turn++)
            {
                // Each client begins elsewhere in the list.
                var question = questions[(turn * 7 + number) % questions.Length];
                answers.Add(await SendAsync(what == "ask" || (what != "search" && turn % 2 == 0) ? Ask : Search, question, cancellationToken));
            }
        }
        catch (OperationCanceledException)
        {
            return answers;
        }
    }

    private async Task<LoadAnswer> SendAsync(string path, string question, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var status = 0;
        try
        {
            using var response = path == Ask
                ? await http.PostAsJsonAsync(path, new { question, extractive = true }, cancellationToken)
                : await http.GetAsync(new Uri($"{path}?q={Uri.EscapeDataString(question)}", UriKind.Relative), cancellationToken);
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
            status = (int)response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // Counted as status 0.
        }

        return new LoadAnswer(path, status, time.GetElapsedTime(began).TotalMilliseconds);
    }
}
