using System.Globalization;
using PaperChat.Evaluation;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Rendering;

/// <summary>Evaluation figures as plain tables.</summary>
internal static class EvaluationRenderer
{
    private const int NameColumn = 16;

    public static void Write(TextWriter output, RetrievalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        output.WriteLine(Line($"{TerminalText.Line(result.Dataset)}, {result.Mode}: {result.Queries} queries"));
        foreach (var name in RetrievalMetrics.Names)
        {
            output.WriteLine(Line($"{name,-NameColumn}{result.Metrics.Get(name):0.0000}"));
        }

        WriteTimes(output, "time a query", result.Timings);
    }

    public static void Write(TextWriter output, AnswerEvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        output.WriteLine(Line($"{TerminalText.Line(result.Dataset)}: {result.Questions} questions"));
        output.WriteLine(Line(
            $"{"",-NameColumn}{"n",5}{"answered",10}{"gold@5",8}{"rec@10",8}{"facts",8}{"cited",8}{"exact",8}{"words",7}{"refused",9}"));
        foreach (var (type, figures) in result.Types)
        {
            WriteRow(output, TerminalText.Line(type), figures);
        }

        WriteRow(output, "bounded", result.Bounded);
        WriteRow(output, "all", result.All);
        output.WriteLine(Line(
            $"refused: {result.All.UnanswerableRefused} of {result.All.Unanswerable} unanswerable, {result.All.AnswerableRefused} of {result.All.Answerable} answerable"));
        if (result.HeldOut is { } heldOut)
        {
            output.WriteLine(Line($"refused without their papers: {heldOut.Refused} of {heldOut.Questions}"));
        }

        if (result.Calibration is { } calibration)
        {
            output.WriteLine(Line($"expected calibration error: {calibration.ExpectedCalibrationError:0.000}"));
        }

        WriteTimes(output, "retrieval", result.RetrieveTimings);
        WriteTimes(output, "answer", result.Timings);
    }

    public static void Write(TextWriter output, VerificationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        output.WriteLine(Line($"{TerminalText.Line(result.Dataset)}: {result.Sentences} sentences"));
        if (result.Missing > 0)
        {
            output.WriteLine(Line($"left out: {result.Missing} whose papers are not in the library"));
        }

        var names = Math.Max(NameColumn, result.Kinds.Keys.Select(k => TerminalText.Line(k).Length + 1).DefaultIfEmpty(0).Max());
        output.WriteLine("".PadRight(names) + Line($"{"true",6}{"false",7}{"detected",10}{"false alarms",14}"));
        foreach (var (kind, figures) in result.Kinds)
        {
            WriteRow(output, TerminalText.Line(kind).PadRight(names), figures);
        }

        WriteRow(output, "all".PadRight(names), result.All);
        WriteTimes(output, "time a sentence", result.Timings);
    }

    private static void WriteRow(TextWriter output, string name, VerificationFigures f) => output.WriteLine(
        name + Line($"{f.Supported,6}{f.Unsupported,7}{Share(f.Detection),10}{Share(f.FalseAlarms),14}"));

    private static void WriteRow(TextWriter output, string name, AnswerFigures f) => output.WriteLine(Line(
        $"{name,-NameColumn}{f.Questions,5}{f.Answered,10}{Share(f.AllGoldAt5),8}{Share(f.RecallAt10),8}{Share(f.FactsFound),8}{Share(f.CitedGoldShare),8}{Share(f.ExactQuotes),8}{f.MedianWords,7:0}{f.AnswerableRefused + f.UnanswerableRefused,9}"));

    private static void WriteTimes(TextWriter output, string name, EvaluationTimings times) =>
        output.WriteLine(Line($"{name}: median {times.MedianMs:0.0} ms, 99th percentile {times.P99Ms:0.0} ms"));

    private static string Share(double? value) => value is { } share ? Line($"{share * 100:0.0}%") : "-";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
