using System.Text;

namespace PaperChat.Architecture.Tests;

public sealed class FileTests
{
    private const long MostBytes = 20 * 1024 * 1024;

    private static readonly string[] ForbiddenFolders =
        ["Services", "Helpers", "Utils", "Utilities", "Managers", "Common", "Extensions", "Misc"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".md", ".json", ".jsonl", ".txt", ".csv", ".yaml", ".yml", ".editorconfig"];

    [Fact]
    public void Folders_are_named_by_what_they_hold() => Violations.AssertNone(
        "A folder is named by capability:",
        Repository.Files.Where(f => f.Split('/')[..^1].Intersect(ForbiddenFolders, StringComparer.OrdinalIgnoreCase).Any()));

    [Fact]
    public void Text_files_are_UTF8_without_a_mark() => Violations.AssertNone(
        "Not UTF-8, or with a byte order mark:",
        Repository.Files.Where(f => IsText(f) && !IsPlainUtf8(File.ReadAllBytes(Repository.FullPath(f)))));

    [Fact]
    public void No_file_is_too_large_to_clone() => Violations.AssertNone(
        "Larger than 20 MB:",
        Repository.Files.Where(f => new FileInfo(Repository.FullPath(f)).Length > MostBytes));

    [Fact]
    public void Every_decision_has_a_number_of_its_own_which_its_heading_repeats()
    {
        var decisions = Repository.Under("docs/decisions/", ".md").Select(f => (File: f, Number: f["docs/decisions/".Length..].Split('-')[0])).ToArray();

        Assert.NotEmpty(decisions);
        Violations.AssertNone("The number is taken:", decisions.CountBy(d => d.Number).Where(n => n.Value > 1).Select(n => n.Key));
        Violations.AssertNone(
            "The heading has another number than the file's name:",
            decisions.Where(d => !Repository.Read(d.File).StartsWith($"# {d.Number}: ", StringComparison.Ordinal)).Select(d => d.File));
    }

    private static bool IsText(string file) =>
        file.StartsWith("prompts/", StringComparison.Ordinal) || file.StartsWith("samples/", StringComparison.Ordinal)
        || TextEndings.Any(e => file.EndsWith(e, StringComparison.Ordinal));

    private static bool IsPlainUtf8(byte[] bytes)
    {
        try
        {
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return !bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
