using System.Globalization;
using PaperChat.Answering;
using PaperChat.Embedded;
using PaperChat.Evaluation;
using PaperChat.Library;
using PaperChat.Models;
using PaperChat.Prompts;

namespace PaperChat.Benchmarks.Overhead;

/// <summary>
/// What PaperChat adds to the time of a chat model: understanding, retrieval, prompt and verification, with a model that takes no time
/// itself; and how long a piece of its text takes to become an event.
/// </summary>
internal static class OverheadMeasurement
{
    // Until the runtime has compiled anew what is called often.
    private const int WarmUpRounds = 5;

    private const string Usage = "overhead LIBRARY QUESTIONS.jsonl [ROUNDS]";

    public static async Task<int> RunAsync(string[] args, TimeProvider time, CancellationToken cancellationToken)
    {
        if (args.Length is < 2 or > 3)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var rounds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
        var questions = await QuestionFile.ReadAsync(args[1], cancellationToken);
        using var generator = new StaticEmbeddingGenerator();
        var model = new EmbeddingModel(generator);
        await using var opened = await EmbeddedLibrary.OpenAsync(args[0], time, model.Info, cancellationToken);
        var library = new MeteredLibrary(opened);
        var client = new ScriptedChatClient(time);
        var pipeline = new AnswerPipeline(library, time, new ModelAnswering(client, PromptSet.Load(null), ModelAnswerOptions.Default), model);
        List<double> totals = [], retrievals = [], rest = [], pieces = [], processor = [], searching = [], reading = [], searches = [];
        var written = 0;
        for (var round = 0; round < WarmUpRounds + rounds; round++)
        {
            foreach (var question in questions)
            {
                library.Reset();
                var before = Environment.CpuUsage.TotalTime;
                Answer? answer = null;
                List<double> own = [];
                await foreach (var happened in pipeline.AskAsync(new Question { Text = question.Text, History = question.History }, cancellationToken))
                {
                    if (happened is AnswerTextAdded && client.Sent > 0)
                    {
                        own.Add(time.GetElapsedTime(client.Sent).TotalMilliseconds);
                    }

                    answer = (happened as AnswerCompleted)?.Answer;
                }

                // Refusals never come to the model.
                if (round >= WarmUpRounds && answer is { Answered: true, Mode: AnswerMode.Model })
                {
                    written++;
                    searching.Add(library.Searching);
                    reading.Add(library.Reading);
                    searches.Add(library.Searches);
                    processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                    totals.Add(answer.Timings.Total.TotalMilliseconds);
                    retrievals.Add(answer.Timings.Retrieve.TotalMilliseconds);
                    rest.Add(answer.Timings.Answer.TotalMilliseconds);
                    pieces.AddRange(own);
                }
            }
        }

        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{written} answers of a model that takes no time, {pieces.Count} pieces of text"));
        Write("around the model, an answer", totals);
        Write("  understand and retrieve", retrievals);
        Write("  prompt, verify, cite", rest);
        Write("  processor time, an answer", processor);
        Write("    of searches", searching);
        Write("    of reading papers", reading);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"searches, an answer: {searches.DefaultIfEmpty(0).Average():0.0}"));
        Write("a piece until it is shown", pieces);
        return written > 0 ? 0 : 1;
    }

    private static void Write(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        double At(double share) => milliseconds.Count == 0 ? double.NaN : milliseconds[(int)Math.Min(milliseconds.Count - 1, share * milliseconds.Count)];
        Console.Out.WriteLine(FormattableString.Invariant($"{what,-30} median {At(0.5),8:0.000} ms   95 % {At(0.95),8:0.000} ms   99 % {At(0.99),8:0.000} ms"));
    }
}
