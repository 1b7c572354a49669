using Microsoft.Data.Sqlite;
using PaperChat.Library;
using PaperChat.TestSupport;

namespace PaperChat.Embedded.Tests;

/// <summary>Files that are missing, cut short or overwritten: a clear message, never a wrong result, and no paper lost.</summary>
public sealed class DamagedLibraryTests : IDisposable
{
    private const int PageSize = 16_384;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string CatalogueFile => LibraryFolder.At(_folder.Path).Catalogue;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_folder_without_a_library_tells_how_to_make_one()
    {
        var absent = Path.Combine(_folder.Path, "absent");

        foreach (var folder in new[] { _folder.Path, absent })
        {
            var error = await Assert.ThrowsAsync<LibraryException>(() => EmbeddedLibrary.OpenAsync(folder, TimeProvider.System, Token));
            Assert.Contains(folder, error.Message, StringComparison.Ordinal);
            Assert.Contains("paperchat-ingest", error.Message, StringComparison.Ordinal);
            Assert.False(EmbeddedLibraryMaintenance.Exists(folder));
        }

        Assert.False(Directory.Exists(absent), "Opening to read makes nothing.");
    }

    [Fact]
    public async Task A_catalogue_that_is_no_database_is_named()
    {
        await File.WriteAllTextAsync(CatalogueFile, new string('x', 20_000), Token);

        await AssertAsync(() => EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token));
        await AssertAsync(() => EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, Token));
        await AssertAsync(() => EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, Token));
        var finding = Assert.Single(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        Assert.True(finding.InCatalogue);

        async Task AssertAsync(Func<Task> open)
        {
            var error = await Assert.ThrowsAsync<LibraryException>(open);
            Assert.Contains($"The catalogue {CatalogueFile} is damaged", error.Message, StringComparison.Ordinal);
            Assert.Contains("import", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_damaged_page_of_the_catalogue_is_an_error_or_has_no_effect_and_verify_finds_it()
    {
        await Sample.AddAsync(_folder.Path, [.. Enumerable.Range(0, 200).Select(i => Sample.Entry($"p{i:D3}", $"Paper {i}", $"Text of number {i}."))]);
        var whole = await File.ReadAllBytesAsync(CatalogueFile, Token);

        for (var page = 1; page < whole.Length / PageSize; page++)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(page * PageSize, PageSize).Fill(0xA5);
            await File.WriteAllBytesAsync(CatalogueFile, damaged, Token);
            try
            {
                await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
                await foreach (var paper in library.ListAsync(SearchFilters.None, Token))
                {
                    Assert.StartsWith("Text of number ", paper.Abstract, StringComparison.Ordinal);
                }
            }
            catch (LibraryException)
            {
            }

            Assert.Contains(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token), f => f.InCatalogue);
        }
    }

    [Fact]
    public async Task A_text_changed_behind_the_librarys_back_is_found_by_verify()
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"));
        await using (var catalogue = new SqliteConnection($"Data Source={CatalogueFile};Pooling=False"))
        {
            await catalogue.OpenAsync(Token);
            await using var command = catalogue.CreateCommand();
            command.CommandText = "UPDATE texts SET abstract = 'Other'";
            await command.ExecuteNonQueryAsync(Token);
        }

        var finding = Assert.Single(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token), f => f.Message.Contains("hash", StringComparison.Ordinal));

        Assert.True(finding.InCatalogue);
    }

    [Fact]
    public async Task Damage_anywhere_in_the_index_never_gives_a_wrong_result()
    {
        await Sample.AddAsync(_folder.Path, [.. Enumerable.Range(0, 8).Select(i => Sample.Entry($"p{i}", $"Walrus {i}", "Eats clams and dives."))]);
        await Sample.AddAsync(_folder.Path, Sample.Entry("p3", "Walrus again", "Eats clams."));
        var files = Directory.GetFiles(_folder.Path, "index-*");
        Assert.Equal(3, files.Length);
        var expected = await SearchAllAsync();

        foreach (var file in files)
        {
            var whole = await File.ReadAllBytesAsync(file, Token);
            for (var at = 0; at < whole.Length; at += 1 + (whole.Length / 150))
            {
                var damaged = whole.ToArray();
                damaged[at] ^= 0x5A;
                await File.WriteAllBytesAsync(file, damaged, Token);
                await AssertErrorOrAsync(expected);
            }

            foreach (var length in new[] { 0, 3, whole.Length / 3, whole.Length / 2, whole.Length - 1 })
            {
                await File.WriteAllBytesAsync(file, whole[..length], Token);
                await AssertErrorOrAsync(expected);
            }

            File.Delete(file);
            await Assert.ThrowsAsync<LibraryException>(SearchAllAsync);
            await File.WriteAllBytesAsync(file, whole, Token);
        }

        Assert.Equal(expected, await SearchAllAsync());
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("overwritten")]
    public async Task The_next_writer_makes_a_damaged_index_anew(string damage)
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"), Sample.Entry("b", "Walrus"));
        var expected = await SearchAllAsync();
        var file = Assert.Single(Directory.GetFiles(_folder.Path, "index-*.seg"));
        var bytes = await File.ReadAllBytesAsync(file, Token);
        File.Delete(file);
        if (damage != "missing")
        {
            bytes[bytes.Length / 2] ^= 1;
            bytes[SegmentStart(bytes)] ^= 1;
            await File.WriteAllBytesAsync(file, damage == "cut" ? bytes[..^9] : bytes, Token);
        }

        Assert.NotEmpty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        await using (await EmbeddedLibraryWriter.OpenAsync(_folder.Path, TimeProvider.System, Token))
        {
        }

        Assert.Empty(await EmbeddedLibraryMaintenance.VerifyAsync(_folder.Path, Token));
        Assert.Equal(expected, await SearchAllAsync());
    }

    [Fact]
    public async Task A_reader_of_a_damaged_index_is_told_to_compact_and_that_helps()
    {
        await Sample.AddAsync(_folder.Path, Sample.Entry("a", "Walrus"));
        File.Delete(Assert.Single(Directory.GetFiles(_folder.Path, "index-*.seg")));

        var error = await Assert.ThrowsAsync<LibraryException>(SearchAllAsync);
        await EmbeddedLibraryMaintenance.CompactAsync(_folder.Path, TimeProvider.System, Token);

        Assert.Contains("paperchat library compact", error.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
        Assert.Equal(["a"], await Sample.SearchAsync(_folder.Path, "walrus"));
    }

    // The first byte after the header: postings.
    private static int SegmentStart(byte[] bytes)
    {
        Assert.True(bytes.Length > Index.SegmentHeader.Size);
        return Index.SegmentHeader.Size;
    }

    private async Task AssertErrorOrAsync(string expected)
    {
        try
        {
            Assert.Equal(expected, await SearchAllAsync());
        }
        catch (LibraryException e)
        {
            Assert.Contains("compact", e.Message, StringComparison.Ordinal);
        }
    }

    private async Task<string> SearchAllAsync()
    {
        await using var library = await EmbeddedLibrary.OpenAsync(_folder.Path, TimeProvider.System, Token);
        var request = Sample.Request("walrus clam") with { ExcludedPhrases = [["walru", "7"]], Explain = true };
        var found = await library.SearchAsync(request, Token);
        var words = await library.FindSimilarWordsAsync("clamz", 1, 5, Token);
        var count = await library.CountAsync(new SearchFilters { Author = "nobody" }, Token);
        return string.Join(';', found.Lexical.Select(c => $"{c.Paper} {c.Score:R} {c.Explanation!.Count}")) + string.Join(';', words) + count;
    }
}
