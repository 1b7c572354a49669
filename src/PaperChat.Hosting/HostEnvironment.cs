using System.Collections;

namespace PaperChat.Hosting;

/// <summary>What a program takes from the machine it runs on; tests give their own.</summary>
public sealed record HostEnvironment
{
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>The platform's folder for a user's local application data; null when there is none.</summary>
    public string? LocalDataFolder { get; init; }

    /// <summary>The platform's folder for a user's configuration; null when there is none.</summary>
    public string? ConfigurationFolder { get; init; }

    public static HostEnvironment Current()
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return new HostEnvironment
        {
            Variables = variables,
            LocalDataFolder = Folder(Environment.SpecialFolder.LocalApplicationData, "XDG_DATA_HOME", variables),
            ConfigurationFolder = Folder(Environment.SpecialFolder.ApplicationData, "XDG_CONFIG_HOME", variables),
        };
    }

    /// <summary>A variable's value; null when it is not set or empty.</summary>
    public string? Variable(string name) => Variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static string? Folder(Environment.SpecialFolder folder, string xdg, Dictionary<string, string> variables)
    {
        // Without a home the platform falls back to a folder below "/", where nobody would look for a library.
        if (!OperatingSystem.IsWindows() && string.IsNullOrEmpty(variables.GetValueOrDefault("HOME")) && string.IsNullOrEmpty(variables.GetValueOrDefault(xdg)))
        {
            return null;
        }

        var path = Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);
        return path.Length == 0 ? null : path;
    }
}
