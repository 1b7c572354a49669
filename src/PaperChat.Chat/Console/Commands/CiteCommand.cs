using System.CommandLine;
using PaperChat.Bibliography;
using PaperChat.Chat.Desk;
using PaperChat.Chat.Json;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>paperchat cite PAPER ...</c>: papers as a bibliography, on standard output.</summary>
internal sealed class CiteCommand(LibraryAccess libraries, Argument<string[]> papers, Option<string> format, Option<bool> withAbstracts)
{
    public static Command Build(CommandRunner runner, LibraryAccess libraries)
    {
        var papers = new Argument<string[]>("PAPER")
        {
            Description = "Ids, titles or names of papers; an arXiv id or DOI may stand alone",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format") { Description = "bibtex, ris, csl-json or apa", HelpName = "FORMAT", DefaultValueFactory = _ => BibliographyFormats.Default };
        format.AcceptOnlyFromAmong([.. BibliographyFormats.Names]);
        var withAbstracts = new Option<bool>("--abstracts") { Description = "With abstracts and keywords, so that the file holds the whole papers" };
        var command = new Command("cite", "Write papers as a bibliography: BibTeX, RIS, CSL-JSON or APA") { papers, format, withAbstracts };
        runner.SetAction(command, new CiteCommand(libraries, papers, format, withAbstracts).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var wanted = context.Parsed.GetRequiredValue(papers);
        var wantedFormat = BibliographyFormats.Parse(context.Parsed.GetRequiredValue(format));
        await using var desk = PaperDesk.Of(context, await libraries.OpenAsync(context, cancellationToken), withModel: false);
        var (found, missing) = await desk.Lookup(desk.Filters).FindAllAsync(wanted, cancellationToken);
        if (found.Count > 0)
        {
            Write(context, BibliographyWriter.Entries(found, wantedFormat, context.Parsed.GetValue(withAbstracts)), wantedFormat);
        }

        // The others are written all the same: one wrong name of thirty must not cost the bibliography.
        return missing.Count == 0 ? ExitCode.Done : throw new NotFoundException(
            $"The library holds no paper called {string.Join(", ", missing.Select(m => $"'{TerminalText.Line(m)}'"))}; 'paperchat search WORDS' finds papers and their ids.");
    }

    private static void Write(CommandContext context, IReadOnlyList<BibliographyEntry> entries, BibliographyFormat format)
    {
        if (context.Settings.Json)
        {
            var name = context.Parsed.GetRequiredValue<string>("--format");
            ConsoleOutput.WriteJson(context, new BibliographyShape(name, [.. entries.Select(e => new BibliographyEntryShape(e.Key, e.Paper.Id.Value, e.Text))]), WireJson.Relaxed.BibliographyShape);
        }
        else
        {
            context.Console.Out.Write(TerminalText.Block(BibliographyWriter.Join(entries, format)));
        }
    }
}
