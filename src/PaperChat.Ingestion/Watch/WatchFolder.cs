using PaperChat.Hosting;

namespace PaperChat.Ingestion.Watch;

/// <summary>The folder of a library's subscriptions and of what its watch has done.</summary>
internal static class WatchFolder
{
    private const string Setting = "Watch:Folder";

    /// <summary><c>Watch:Folder</c>; else beside the library's folder, and for one on a server below the local application data.</summary>
    /// <exception cref="UsageException">There is no place for it.</exception>
    public static string Of(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = context.Settings;
        return settings.Configuration[Setting] is { Length: > 0 } folder ? Path.GetFullPath(folder)
            : !settings.IsQdrant ? Path.TrimEndingDirectorySeparator(settings.Library.Path) + ".watch"
            : context.Environment.LocalDataFolder is { } data ? Path.Combine(data, "PaperChat", "watch", settings.Qdrant.Collection)
            : throw new UsageException($"There is no local application data folder for subscriptions; name a folder with {Setting}.");
    }

    /// <summary>Makes the folder, for its owner alone: addresses of readers are in it.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
