namespace PaperChat.Chat.Console.Prompt;

/// <summary>
/// The lines typed before, oldest first, kept in a file for the next start where one is given. Not being able to read or write
/// the file costs the memory of earlier starts, never the chat.
/// </summary>
internal sealed class PromptHistory
{
    private const int MaxLines = 1000;

    private readonly string? _file;
    private readonly List<string> _lines = [];
    private int _at;
    private string _draft = "";

    private PromptHistory(string? file) => _file = file;

    public IReadOnlyList<string> Lines => _lines;

    public static async Task<PromptHistory> LoadAsync(string? file, CancellationToken cancellationToken)
    {
        var history = new PromptHistory(file);
        if (File.Exists(file))
        {
            try
            {
                var lines = await File.ReadAllLinesAsync(file, cancellationToken);
                history._lines.AddRange(lines.Where(l => l.Length > 0).TakeLast(MaxLines));
                if (lines.Length > 2 * MaxLines)
                {
                    await File.WriteAllLinesAsync(file, history._lines, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
            }
        }

        history.Rewind();
        return history;
    }

    public async Task AddAsync(string line, CancellationToken cancellationToken)
    {
        var kept = line.ReplaceLineEndings(" ").Trim();
        if (kept.Length > 0 && (_lines.Count == 0 || _lines[^1] != kept))
        {
            _lines.Add(kept);
            await AppendAsync(kept, cancellationToken);
        }

        Rewind();
    }

    /// <summary>Back to the line that is being typed.</summary>
    public void Rewind()
    {
        _at = _lines.Count;
        _draft = "";
    }

    /// <summary>The line before; <paramref name="current"/> is kept to come back to. Null at the oldest.</summary>
    public string? Previous(string current)
    {
        if (_at == 0)
        {
            return null;
        }

        _draft = _at == _lines.Count ? current : _draft;
        return _lines[--_at];
    }

    /// <summary>The line after, at last what was being typed; null when that is what is shown.</summary>
    public string? Next()
    {
        if (_at == _lines.Count)
        {
            return null;
        }

        _at++;
        return _at == _lines.Count ? _draft : _lines[_at];
    }

    private async Task AppendAsync(string line, CancellationToken cancellationToken)
    {
        if (_file is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            await using var writer = new StreamWriter(_file, OwnersOnly());
            await writer.WriteAsync((line + "\n").AsMemory(), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    // What somebody asks is their own business.
    private static FileStreamOptions OwnersOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
