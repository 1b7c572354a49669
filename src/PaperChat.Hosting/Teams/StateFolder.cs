using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaperChat.Hosting.Teams;

/// <summary>
/// Files that several servers share. Each is replaced as a whole, so that a reader sees one or the other; a change holds a lock file
/// meanwhile, which an end of the process frees. Lock files are never deleted: another process could hold the deleted one.
/// </summary>
internal sealed class StateFolder(string folder, TimeProvider time)
{
    /// <summary>The part with a file for each conversation.</summary>
    public const string Conversations = "conversations";

    private const int Locks = 64;
    private const int Tries = 400;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    // Those of this process wait in line, and only the first of them asks for the file.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Locks).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Makes the folders that are not there.</summary>
    /// <exception cref="StateException">They cannot be made.</exception>
    public void Prepare()
    {
        try
        {
            foreach (var part in (string[])[Conversations, "cards", "locks"])
            {
                Directory.CreateDirectory(Path.Combine(folder, part));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The folder of the conversations, {folder}, cannot be made: {exception.Message} Name another with Teams:Folder.", exception);
        }
    }

    /// <summary>A name for a file that tells nothing of what it stands for.</summary>
    public static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..40];

    public string PathOf(string part, string name) => PathOf(folder, part, name);

    public static string PathOf(string folder, string part, string name) => Path.Combine(folder, part, name + ".json");

    /// <summary>The content of a file; null where there is none.</summary>
    /// <exception cref="StateException">It cannot be read.</exception>
    public static async Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                Options = FileOptions.Asynchronous,
            });
            return await JsonSerializer.DeserializeAsync(file, type, cancellationToken);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The file {path} cannot be read ({exception.GetType().Name}); move it away to begin anew.", exception);
        }
    }

    /// <summary>Replaces a file as a whole.</summary>
    /// <exception cref="StateException">It cannot be written.</exception>
    public static async Task WriteAsync<T>(string path, T content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var written = $"{path}.{Guid.NewGuid():N}.new";
        try
        {
            await using (var file = new FileStream(written, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 4096, useAsync: true))
            {
                await JsonSerializer.SerializeAsync(file, content, type, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(written, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException($"The file {path} cannot be written: {exception.Message}", exception);
        }
        finally
        {
            File.Delete(written);
        }
    }

    /// <summary>Holds the lock that stands for a file until it is disposed, against all processes and this one's own.</summary>
    /// <exception cref="StateException">Somebody else holds it for too long.</exception>
    public async Task<IDisposable> LockAsync(string name, CancellationToken cancellationToken)
    {
        var number = int.Parse(name.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) % Locks;
        await _gates[number].WaitAsync(cancellationToken);
        try
        {
            return new Held(await LockFileAsync(Path.Combine(folder, "locks", number.ToString("00", CultureInfo.InvariantCulture)), cancellationToken), _gates[number]);
        }
        catch
        {
            _gates[number].Release();
            throw;
        }
    }

    /// <summary>Deletes what was written before a time; what cannot be deleted stays.</summary>
    public void Forget(string part, DateTimeOffset before)
    {
        foreach (var file in new DirectoryInfo(Path.Combine(folder, part)).EnumerateFiles().Where(f => f.LastWriteTimeUtc < before.UtcDateTime))
        {
            try
            {
                file.Delete();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another server may be deleting it.
                continue;
            }
        }
    }

    private async Task<FileStream> LockFileAsync(string path, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tried < Tries)
            {
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new StateException($"The lock {path} cannot be had: {exception.Message}", exception, isTransient: true);
            }
        }
    }

    // The file first: whoever is next in line is to find it free.
    private sealed class Held(FileStream file, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Release();
        }
    }
}
