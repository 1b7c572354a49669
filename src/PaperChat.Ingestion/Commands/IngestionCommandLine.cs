using System.CommandLine;
using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>The commands of <c>paperchat-ingest</c>.</summary>
internal static class IngestionCommandLine
{
    public static RootCommand Build(CommandRunner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var root = new RootCommand("Reads papers from files, folders, globs or standard input (-) into the library.");
        var inputs = new InputOptions();
        inputs.AddTo(root);
        runner.SetAction(root, new IngestCommand(inputs).RunAsync);

        var plan = new Command("plan", "Say what an ingestion would change, and change nothing");
        var planned = new InputOptions();
        planned.AddTo(plan);
        runner.SetAction(plan, new PlanCommand(planned).RunAsync);
        root.Subcommands.Add(plan);

        FeedCommands.AddTo(root, runner);

        var status = new Command("status", "Show what is in the library and the ingestions that put it there");
        runner.SetAction(status, StatusCommand.RunAsync);
        root.Subcommands.Add(status);
        var reembed = new Command("reembed", "Make all vectors anew by the configured model; stopped, it goes on where it was");
        runner.SetAction(reembed, ReembedCommand.RunAsync);
        root.Subcommands.Add(reembed);
        return root;
    }
}
