using Microsoft.Extensions.Configuration;

namespace PaperChat.Hosting;

/// <summary>Reads the configuration: environment (<c>PAPERCHAT__SECTION__KEY</c>) over a file over the defaults of the options.</summary>
public static class HostConfiguration
{
    public const string FileName = "paperchat.json";

    private const string Prefix = "PAPERCHAT__";

    /// <summary>Reads <paramref name="file"/>, else <c>PaperChat/paperchat.json</c> in the configuration folder where there is one.</summary>
    public static IConfiguration Load(string? file, HostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        var builder = new ConfigurationBuilder();
        if (FindFile(file, environment) is { } path)
        {
            AddFile(builder, path);
        }

        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in environment.Variables)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && name.Length > Prefix.Length)
            {
                settings[name[Prefix.Length..].Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)] = value;
            }
        }

        builder.AddInMemoryCollection(settings);
        try
        {
            return builder.Build();
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            var reason = exception.InnerException?.Message ?? exception.Message;
            throw new UsageException($"The configuration cannot be read: {exception.Message} {(reason == exception.Message ? "" : reason)}".TrimEnd(), exception);
        }
    }

    // By itself: what reads JSON files is only loaded where there is one.
    private static void AddFile(ConfigurationBuilder builder, string path) => builder.AddJsonFile(path, optional: false, reloadOnChange: false);

    private static string? FindFile(string? file, HostEnvironment environment)
    {
        if (file is not null)
        {
            var path = Path.GetFullPath(file);
            return File.Exists(path) ? path : throw new UsageException($"The configuration file {path} does not exist; name another with --config.");
        }

        var usual = environment.ConfigurationFolder is { } folder ? Path.Combine(folder, "PaperChat", FileName) : null;
        return File.Exists(usual) ? usual : null;
    }
}
