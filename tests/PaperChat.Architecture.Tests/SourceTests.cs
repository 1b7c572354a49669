using System.Text.RegularExpressions;

namespace PaperChat.Architecture.Tests;

public sealed class SourceTests
{
    private const int MostLines = 400;

    // The seam table of ARCHITECTURE.md: a new interface needs its second implementation first.
    private static readonly string[] Seams = ["IPaperLibrary", "IPaperLibraryWriter", "IPaperSource", "IAnswerWriter"];

    [Fact]
    public void A_source_file_holds_one_public_type() => Violations.AssertNone(
        "One public type a file, records derived from an abstract one beside them excepted:",
        Repository.SourceFiles
            .Select(f => (File: f, Types: SourceText.PublicTypes(Repository.Read(f))))
            .Where(f => f.Types.Count > 1)
            .Select(f => $"{f.File}: {string.Join(", ", f.Types)}"));

    [Fact]
    public void A_source_file_that_holds_a_public_type_bears_its_name() => Violations.AssertNone(
        "A type is found by the name of its file (Type.cs or Type.Part.cs):",
        Repository.SourceFiles
            .Select(f => (File: f, Types: SourceText.PublicTypes(Repository.Read(f))))
            .Where(f => f.Types.Count == 1 && Path.GetFileName(f.File).Split('.')[0] != f.Types[0])
            .Select(f => $"{f.File}: {f.Types[0]}"));

    [Fact]
    public void Namespaces_are_file_scoped() => Violations.AssertNone(
        "File-scoped namespaces:",
        Repository.Under("", ".cs")
            .Where(f => Repository.Read(f) is var text && !SourceText.HasFileScopedNamespace(text) && !SourceText.HasOnlyTopLevelStatements(text)));

    [Fact]
    public void Interfaces_stand_only_at_the_seams() => Violations.AssertNone(
        "Everything but the seams is a sealed class, tested through its real collaborators:",
        Repository.SourceFiles
            .SelectMany(f => SourceText.Interfaces(Repository.Read(f)).Where(i => !Seams.Contains(i)).Select(i => $"{f}: {i}")));

    [Fact]
    public void Every_seam_is_an_interface_of_Core() => Assert.Equal(
        Seams.Order(StringComparer.Ordinal),
        Repository.Under("src/PaperChat.Core/", ".cs").SelectMany(f => SourceText.Interfaces(Repository.Read(f))).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_left_to_do_in_source_files() =>
        AssertOnlyIn(@"\b(?:TODO|FIXME|HACK|NotImplementedException)\b", "Finish it, or leave it out:");

    [Fact]
    public void Only_the_embedded_library_and_the_watch_know_SQLite() =>
        AssertOnlyIn(@"\bMicrosoft\.Data\.Sqlite\b|\bSQLitePCL\b|\bSqlite(?:Connection|Command|Exception)\b", "SQLite belongs to PaperChat.Embedded, and to the file of the watch:", "PaperChat.Embedded", "PaperChat.Ingestion");

    [Fact]
    public void Only_the_Qdrant_library_knows_Qdrant() =>
        AssertOnlyIn(@"^\s*using Qdrant\b", "Qdrant belongs to PaperChat.Qdrant:", "PaperChat.Qdrant");

    [Fact]
    public void Only_the_model_projects_know_model_vendors() => AssertOnlyIn(
        @"^\s*(?:global )?using (?:static )?(?:\w+ = )?(?:OpenAI|Azure\.AI|Anthropic|OllamaSharp|Microsoft\.SemanticKernel)\b",
        "Model vendors belong to PaperChat.Models and PaperChat.SemanticKernel:", "PaperChat.Models", "PaperChat.SemanticKernel");

    [Fact]
    public void Only_the_executables_and_what_they_share_read_the_configuration() => AssertOnlyIn(
        @"\bMicrosoft\.Extensions\.Configuration\b|\bIConfiguration\b|\bGetEnvironmentVariables?\b|\bAppContext\.TryGetSwitch\b",
        "Settings come in from the executables:", "PaperChat.Hosting", "PaperChat.Chat", "PaperChat.Ingestion");

    [Fact]
    public void No_file_of_code_is_long() => Violations.AssertNone(
        $"At most {MostLines} lines; split it by what its parts do:",
        Repository.Under("", ".cs")
            .Select(f => (File: f, Lines: File.ReadLines(Repository.FullPath(f)).Count()))
            .Where(f => f.Lines > MostLines)
            .Select(f => $"{f.File}: {f.Lines}"));

    private static void AssertOnlyIn(string pattern, string rule, params string[] projects)
    {
        Assert.NotEmpty(Repository.SourceFiles);

        Violations.AssertNone(rule, Repository.SourceFiles
            .Where(f => !projects.Any(p => f.StartsWith($"src/{p}/", StringComparison.Ordinal)))
            .SelectMany(f => File.ReadLines(Repository.FullPath(f)).Index()
                .Where(l => Regex.IsMatch(l.Item, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5)))
                .Select(l => $"{f}:{l.Index + 1}: {l.Item.Trim()}")));
    }
}
