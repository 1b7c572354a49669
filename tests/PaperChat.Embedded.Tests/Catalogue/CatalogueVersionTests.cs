using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Library;
using PaperChat.Papers;
using PaperChat.TestSupport;
using PaperChat.Text;

namespace PaperChat.Embedded.Tests.Catalogue;

/// <summary>Libraries made by other versions of the program.</summary>
public sealed class CatalogueVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_of_version_1_is_brought_up_to_date_with_all_it_holds()
    {
        await RunAsync(Version1());

        await EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, Token);

        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        Assert.Equal(CatalogueSchema.Current, (await library.GetManifestAsync(Token)).SchemaVersion);
        var seals = Assert.Single(await library.GetAsync([new PaperId("doi:10.48550/arxiv.2401.00001")], Token));
        Assert.Equal(("arxiv:2401.00001", 2024, "Polar 2024"), (seals.Id.Value, seals.Year, seals.Venue));
        Assert.Equal(new ListedDate(null, 7, 28), seals.Listed);
        var dusk = Assert.Single((await library.SearchAsync(Sample.Request("dusk"), Token)).Lexical);
        Assert.Equal(("title:00112233445566ff", 1), (dusk.Paper.Value, dusk.Chunk));
        Assert.Equal(2, Assert.Single(await library.GetRunsAsync(5, Token)).Added);
    }

    [Fact]
    public void The_first_step_of_the_schema_stays_as_it_was_released()
    {
        Assert.Equal(TablesOf(Version1()), TablesOf(CatalogueSchema.Steps[0]));
    }

    [Fact]
    public async Task An_index_of_another_analyser_is_refused_until_it_is_made_anew()
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"));
        await RunAsync("UPDATE meta SET value = 'some-other-9' WHERE name = 'analyzer'");

        foreach (var open in Openers())
        {
            var error = await Assert.ThrowsAsync<IndexIncompatibleException>(open);
            Assert.Contains("some-other-9", error.Message, StringComparison.Ordinal);
            Assert.Contains(TextAnalyzer.Version, error.Message, StringComparison.Ordinal);
        }

        await EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, Token);
        Assert.Equal(["a"], await Sample.SearchAsync(_folder.Path, "walrus"));
    }

    [Fact]
    public async Task A_library_of_a_later_version_is_refused_and_left_alone()
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"));
        await RunAsync("PRAGMA user_version = 99");
        Func<Task> compact = () => EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, Token);

        foreach (var open in Openers().Append(compact))
        {
            var error = await Assert.ThrowsAsync<IndexIncompatibleException>(open);
            Assert.Contains("99", error.Message, StringComparison.Ordinal);
        }

        await RunAsync($"PRAGMA user_version = {CatalogueSchema.Current}");
        Assert.Equal(["a"], await Sample.SearchAsync(_folder.Path, "walrus"));
    }

    private IEnumerable<Func<Task>> Openers() =>
    [
        () => EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token),
        () => EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, Token),
    ];

    private static string Version1()
    {
        using var stream = typeof(CatalogueVersionTests).Assembly.GetManifestResourceStream("catalogue-v1.sql")!;
        return new StreamReader(stream).ReadToEnd();
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={LibraryFolder.At(_folder.Path).Catalogue};Pooling=False");
        await connection.OpenAsync(Token);
        connection.Run(sql);
    }

    private static List<string> TablesOf(string sql)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        connection.Run(sql);
        using var command = connection.Prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name", 0);
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
        {
            tables.Add(string.Join(' ', rows.GetString(0).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        }

        return tables;
    }
}
