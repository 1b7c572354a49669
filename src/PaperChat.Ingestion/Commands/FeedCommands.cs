using System.CommandLine;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>The commands that read papers from services: one each, with what the service can be asked for.</summary>
internal static class FeedCommands
{
    public static void AddTo(RootCommand root, CommandRunner runner)
    {
        Add(root, runner, "hf-daily", "Read Hugging Face Daily Papers: today's, of a day, from a day to another, of a week, or those that trend", new DailyPapersOptions());
        Add(root, runner, "arxiv", "Search arXiv by words, categories and days of submission; where its API fails, OAI-PMH or Hugging Face take over", new ArxivOptions());
        Add(root, runner, "oai", "Read arXiv's records by OAI-PMH, those that changed since the last time", new OaiOptions());
        Add(root, runner, "openalex", "Search OpenAlex (key: OPENALEX_API_KEY)", new WorkOptions(isOpenAlex: true));
        Add(root, runner, "s2", "Search Semantic Scholar (key: S2_API_KEY)", new WorkOptions(isOpenAlex: false));
    }

    private static void Add(RootCommand root, CommandRunner runner, string name, string description, FeedOptionSet options)
    {
        var command = new Command(name, description);
        options.AddTo(command);
        runner.SetAction(command, new FeedCommand(options).RunAsync);
        root.Subcommands.Add(command);
    }
}
