using PaperChat.Embedded.Catalogue;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

public sealed class MaintenanceTests : IDisposable
{
    private readonly TemporaryFolder _scratch = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_scratch.Path, "library");

    private string Other => Path.Combine(_scratch.Path, "other");

    private string BackupFile => _scratch.File("backup.db");

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_backup_holds_papers_aliases_runs_and_provenance()
    {
        await FillAsync();
        var expected = await DescribeAsync(Folder);

        await EmbeddedLibraryMaintenance.ExportAsync(Folder, BackupFile, Token);
        var count = await EmbeddedLibraryMaintenance.ImportAsync(Other, BackupFile, TimeProvider.System, Token);

        Assert.Equal(2, count);
        Assert.Equal(expected, await DescribeAsync(Other));
        Assert.Equal(Provenance(Folder), Provenance(Other));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(Other, Token));
        Assert.Equal([BackupFile], Directory.GetFiles(_scratch.Path));
    }

    [Fact]
    public async Task Importing_twice_changes_no_paper()
    {
        await FillAsync();
        await EmbeddedLibraryMaintenance.ExportAsync(Folder, BackupFile, Token);
        var expected = await DescribeAsync(Folder);

        await EmbeddedLibraryMaintenance.ImportAsync(Folder, BackupFile, TimeProvider.System, Token);

        Assert.Equal(expected, await DescribeAsync(Folder));
    }

    [Fact]
    public async Task An_export_never_replaces_a_file()
    {
        await FillAsync();
        await File.WriteAllTextAsync(BackupFile, "mine", Token);

        var error = await Assert.ThrowsAsync<LibraryException>(() => EmbeddedLibraryMaintenance.ExportAsync(Folder, BackupFile, Token));

        Assert.Contains(BackupFile, error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(BackupFile, Token));
    }

    [Fact]
    public async Task An_export_that_cannot_be_written_is_named()
    {
        await FillAsync();
        var file = Path.Combine(_scratch.Path, "no", "such", "folder.db");

        var error = await Assert.ThrowsAsync<LibraryException>(() => EmbeddedLibraryMaintenance.ExportAsync(Folder, file, Token));

        Assert.Contains(file, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no database, but long enough to have a header of one hundred bytes if it were one ...........................")]
    public async Task What_is_no_backup_is_refused_and_makes_no_library(string? content)
    {
        if (content is not null)
        {
            await File.WriteAllTextAsync(BackupFile, content, Token);
        }

        var error = await Assert.ThrowsAnyAsync<LibraryException>(
            () => EmbeddedLibraryMaintenance.ImportAsync(Other, BackupFile, TimeProvider.System, Token));

        Assert.Contains(BackupFile, error.Message, StringComparison.Ordinal);
        Assert.False(EmbeddedLibraryMaintenance.Exists(Other));
    }

    [Fact]
    public async Task Compacting_leaves_one_segment_and_the_same_answers()
    {
        for (var i = 0; i < 7; i++)
        {
            await Sample.AddAsync(Folder, Sample.Entry($"p{i}", "Walrus", $"Text{i}."), Sample.Entry("changing", "Walrus", $"Version{i}."));
        }

        var expected = await Sample.SearchAsync(Folder, "walrus");
        Assert.True(Directory.GetFiles(Folder, "index-*").Length > 1);

        await EmbeddedLibraryMaintenance.CompactAsync(Folder, TimeProvider.System, Token);

        Assert.Single(Directory.GetFiles(Folder, "index-*"));
        Assert.Equal(expected, await Sample.SearchAsync(Folder, "walrus"));
        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(Folder, Token));
    }

    [Fact]
    public async Task Many_small_commits_make_few_files()
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(Folder, TimeProvider.System, Token);

        for (var i = 0; i < 120; i++)
        {
            await Sample.AddAsync(writer, Sample.Entry($"p{i}", "Walrus", $"Text{i}."));
            Assert.InRange(Directory.GetFiles(Folder, "index-*").Length, 1, 16);
        }

        Assert.Equal(100, (await Sample.SearchAsync(Folder, "walrus")).Length);
    }

    [Fact]
    public async Task Compacting_what_is_no_library_makes_none()
    {
        await Assert.ThrowsAsync<LibraryException>(() => EmbeddedLibraryMaintenance.CompactAsync(Folder, TimeProvider.System, Token));

        Assert.False(Directory.Exists(Folder));
    }

    private async Task FillAsync()
    {
        await using var writer = await EmbeddedLibraryWriter.OpenAsync(Folder, TimeProvider.System, Token);
        var merged = Sample.Entry("title:0123456789abcdef", "Walrus") with { Aliases = [new PaperId("title:0123456789abcdef")] };
        var better = Sample.Entry("arxiv:2401.00001", "Walrus") with { Aliases = merged.Aliases, Provenance = new Provenance("csv", "b.csv", null) };
        await writer.UpsertAsync([merged, Sample.Entry("b", "Seal"), better], Token);
        await writer.RecordRunAsync(
            new IngestionRun { Id = new Guid(7, 0, 0, new byte[8]), Input = "page.txt", Started = DateTimeOffset.UnixEpoch, Added = 2 }, Token);
        await writer.CommitAsync(Token);
    }

    private static async Task<string> DescribeAsync(string folder)
    {
        await using var library = await EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, Token);
        var parts = new List<string>();
        await foreach (var paper in library.ListAsync(SearchFilters.None, Token))
        {
            parts.Add(CanonicalForm.Of(paper));
        }

        parts.AddRange((await library.GetRunsAsync(10, Token)).Select(r => r.ToString()));
        parts.AddRange((await library.GetAsync([new PaperId("title:0123456789abcdef")], Token)).Select(p => p.Id.Value));
        return string.Join('\n', parts);
    }

    private static List<string> Provenance(string folder)
    {
        using var connection = CatalogueFile.OpenToRead(LibraryFolder.At(folder), out _);
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT p.id || ' ' || o.format || ' ' || o.location || ' ' || IFNULL(v.line, '-')
            FROM provenance v JOIN origins o ON o.key = v.origin JOIN papers p ON p.key = v.paper ORDER BY 1
            """;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(rows.GetString(0));
        }

        return lines;
    }
}
