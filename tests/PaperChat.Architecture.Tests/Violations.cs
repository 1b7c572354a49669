namespace PaperChat.Architecture.Tests;

/// <summary>Fails with every violation on a line of its own.</summary>
internal static class Violations
{
    public static void AssertNone(string rule, IEnumerable<string> violations)
    {
        var found = violations.ToArray();
        Assert.True(found.Length == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }
}
