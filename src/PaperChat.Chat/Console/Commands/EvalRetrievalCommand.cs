using System.CommandLine;
using PaperChat.Chat.Console.Rendering;
using PaperChat.Evaluation;
using PaperChat.Hosting;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.Retrieval;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat eval retrieval DIR</c>: a collection's queries against its corpus, or against the library where it has none.</summary>
internal sealed class EvalRetrievalCommand(LibraryAccess libraries, Argument<string> folder, Option<string?> qrels, Option<RetrievalMode> mode)
{
    private const int BatchSize = 1000;

    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder in BEIR layout: queries.jsonl, qrels.tsv, corpus.jsonl; plain or .gz" };
        var qrels = new Option<string?>("--qrels") { Description = "Judgements other than the folder's own", HelpName = "FILE" };
        var mode = SearchCommand.ModeOption();
        var command = new Command("retrieval", "Measure rankings: nDCG, recall, MRR") { folder, qrels, mode };
        runner.SetAction(command, new EvalRetrievalCommand(libraries, folder, qrels, mode).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var dataset = await BeirDataset.OpenAsync(context.Parsed.GetRequiredValue(folder), context.Parsed.GetValue(qrels), cancellationToken);
        var result = dataset.HasCorpus
            ? await MeasureCorpusAsync(context, dataset, cancellationToken)
            : await MeasureLibraryAsync(context, dataset, cancellationToken);
        if (context.Settings.Json)
        {
            ConsoleOutput.WriteJson(context, result, EvaluationJson.Default.RetrievalResult);
        }
        else
        {
            EvaluationRenderer.Write(context.Console.Out, result);
        }

        return ExitCode.Done;
    }

    private async Task<RetrievalResult> MeasureLibraryAsync(CommandContext context, BeirDataset dataset, CancellationToken cancellationToken)
    {
        await using var library = await libraries.OpenAsync(context, cancellationToken);
        return await MeasureAsync(context, dataset, library, cancellationToken);
    }

    // The corpus goes into a library of its own, which is gone afterwards; the user's stays as it is.
    private async Task<RetrievalResult> MeasureCorpusAsync(CommandContext context, BeirDataset dataset, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("paperchat-eval-");
        try
        {
            await using (var writer = await libraries.OpenWriterAtAsync(temporary.FullName, context, cancellationToken))
            {
                await foreach (var documents in dataset.ReadCorpusAsync(cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
                {
                    await writer.UpsertAsync([.. documents.Select(d => CorpusEntries.Of(d, dataset.CorpusPath!))], cancellationToken);
                }

                await writer.CommitAsync(cancellationToken);
            }

            await using var library = await libraries.OpenAtAsync(temporary.FullName, context, cancellationToken);
            return await MeasureAsync(context, dataset, library, cancellationToken);
        }
        finally
        {
            temporary.Delete(recursive: true);
            await libraries.DeleteAtAsync(temporary.FullName, context, CancellationToken.None);
        }
    }

    private async Task<RetrievalResult> MeasureAsync(
        CommandContext context, BeirDataset dataset, IPaperLibrary library, CancellationToken cancellationToken)
    {
        var search = new PaperSearch(library, context.Time, context.Settings.EmbeddingModel);
        var wanted = context.Parsed.GetValue(mode);
        return await new RetrievalEvaluation(context.Time).RunAsync(dataset, wanted, RankAsync, cancellationToken);

        async Task<IReadOnlyList<PaperId>> RankAsync(string query, int limit, CancellationToken token)
        {
            return await search.RankAsync(new PaperQuery { Text = query, Limit = limit, Mode = wanted, IsLiteral = true }, token);
        }
    }
}
