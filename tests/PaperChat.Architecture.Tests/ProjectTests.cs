namespace PaperChat.Architecture.Tests;

public sealed class ProjectTests
{
    private static readonly IReadOnlyList<ProjectFile> Source = ProjectFile.In("src/");

    [Fact]
    public void Every_source_project_has_a_row_in_the_table_of_references() => Violations.AssertNone(
        "A new project needs a row in ProjectRule.cs and in ARCHITECTURE.md:",
        Source.Select(p => p.Name).Where(name => ProjectRule.All.All(r => r.Name != name)));

    [Fact]
    public void A_source_project_references_only_what_the_table_allows()
    {
        Assert.NotEmpty(Source);

        Violations.AssertNone("References point up the table of ARCHITECTURE.md only:", Source
            .SelectMany(p => ProjectRule.All.Where(r => r.Name == p.Name).SelectMany(r => r.ViolationsOf(p))));
    }

    [Fact]
    public void The_executables_and_no_others_are_executable_under_their_published_names()
    {
        Violations.AssertNone("The names of the executables are part of the contract:", Source
            .Where(p => ProjectRule.Executables.GetValueOrDefault(p.Name) != p.Property("AssemblyName"))
            .Select(p => $"{p.File} names its assembly {p.Property("AssemblyName") ?? "nothing"}"));
        Assert.Equal(
            ProjectRule.Executables.Keys.Order(StringComparer.Ordinal),
            Source.Where(p => p.Property("OutputType") == "Exe").Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_project_has_tests()
    {
        var tests = ProjectFile.In("tests/").Select(p => p.Name).ToHashSet();

        Violations.AssertNone("tests/ mirrors src/:", Source.Select(p => p.Name + ".Tests").Where(name => !tests.Contains(name)));
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        // What is not in the solution is neither built nor tested by the commands of the README.
        var solution = Repository.Read("PaperChat.sln").Replace('\\', '/');

        Violations.AssertNone("PaperChat.sln lacks:", Source.Concat(ProjectFile.In("tests/"))
            .Select(p => p.File).Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Versions_of_packages_are_central()
    {
        Violations.AssertNone("The version belongs into Directory.Packages.props:", Repository.Under("", ".csproj")
            .Where(file => Repository.Read(file) is var text
                && (text.Contains("VersionOverride=", StringComparison.Ordinal)
                    || text.Split('\n').Any(l => l.Contains("<PackageReference", StringComparison.Ordinal) && l.Contains("Version=", StringComparison.Ordinal)))));
    }
}
