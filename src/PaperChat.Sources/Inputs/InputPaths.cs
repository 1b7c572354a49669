namespace PaperChat.Sources.Inputs;

/// <summary>Finds the files that an argument means. It never relies on a shell to expand a glob.</summary>
internal static class InputPaths
{
    public static IEnumerable<FoundInput> Expand(string input)
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return [FoundInput.Unreadable(input, "An empty path was named. Name a file, a folder or a glob.")];
        }

        // A file whose name holds * or ? is the file, not a pattern.
        if (File.Exists(input))
        {
            return [FoundInput.File(input)];
        }

        if (Directory.Exists(input))
        {
            return Folder(input);
        }

        return GlobPattern.IsPattern(input)
            ? Glob(input)
            : [FoundInput.Unreadable(input, $"{input} does not exist. Check the path.")];
    }

    private static List<FoundInput> Glob(string pattern)
    {
        var found = new List<FoundInput>();
        foreach (var path in GlobPattern.Match(pattern))
        {
            found.AddRange(Directory.Exists(path) ? Folder(path) : [FoundInput.File(path)]);
        }

        return found.Count > 0 ? found : [FoundInput.Unreadable(pattern, $"No file matches {pattern}. Check the pattern.")];
    }

    private static List<FoundInput> Folder(string folder)
    {
        var found = new List<FoundInput>();
        Walk(folder, found);
        if (found.Count == 0)
        {
            found.Add(FoundInput.Unreadable(folder, $"The folder {folder} holds no papers: there is no file in it to read (hidden ones are skipped)."));
        }

        return found;
    }

    private static void Walk(string folder, List<FoundInput> found)
    {
        try
        {
            foreach (var entry in FolderEntries.In(folder))
            {
                if (entry is FileInfo)
                {
                    found.Add(FoundInput.File(Path.Combine(folder, entry.Name)));
                }
                else if (entry.LinkTarget is null)
                {
                    // A linked folder may lead back to where the walk came from.
                    Walk(Path.Combine(folder, entry.Name), found);
                }
            }
        }
        catch (Exception failure) when (InputFailure.IsOne(failure))
        {
            found.Add(FoundInput.Unreadable(folder, InputFailure.Describe(folder, failure)));
        }
    }
}
