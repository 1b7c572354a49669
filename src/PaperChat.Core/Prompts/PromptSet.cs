using System.Text;

namespace PaperChat.Prompts;

/// <summary>All prompts, checked when they are loaded: those of the program, and those of a folder in their place.</summary>
public sealed class PromptSet
{
    private const string Resources = "prompts/";
    private const string Ending = ".yaml";

    private readonly Dictionary<string, PromptTemplate> _prompts;

    private PromptSet(Dictionary<string, PromptTemplate> prompts) => _prompts = prompts;

    public IReadOnlyCollection<PromptTemplate> All => _prompts.Values;

    /// <summary>The prompt of a name that the program knows.</summary>
    public PromptTemplate this[string name] => _prompts[name];

    /// <summary>
    /// Reads the built-in prompts and, in their place, files of the same names from <paramref name="folder"/>. A file that cannot be
    /// used, or that takes the place of none, is a <see cref="PaperChatException"/> that names it.
    /// </summary>
    public static PromptSet Load(string? folder)
    {
        var prompts = BuiltIn();
        if (folder is null)
        {
            return new PromptSet(prompts);
        }

        if (!Directory.Exists(folder))
        {
            throw new PaperChatException($"The folder of prompts {folder} does not exist; Prompts:Folder names it.");
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + Ending).Order(StringComparer.Ordinal))
        {
            var prompt = PromptFile.Read(File.ReadAllText(file, Encoding.UTF8), file);
            Replace(prompts, prompt, Path.GetFileNameWithoutExtension(file));
        }

        return new PromptSet(prompts);
    }

    private static Dictionary<string, PromptTemplate> BuiltIn()
    {
        var prompts = new Dictionary<string, PromptTemplate>(StringComparer.Ordinal);
        var assembly = typeof(PromptSet).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            var prompt = PromptFile.Read(reader.ReadToEnd(), name);
            prompts.Add(prompt.Name, prompt);
        }

        return prompts;
    }

    private static void Replace(Dictionary<string, PromptTemplate> prompts, PromptTemplate prompt, string fileName)
    {
        if (prompt.Name != fileName || !prompts.TryGetValue(prompt.Name, out var built))
        {
            throw new PaperChatException(
                $"The prompt {prompt.File} takes the place of none: its name and the file's must be one of {string.Join(", ", prompts.Keys)}.");
        }

        if (prompt.Variables.FirstOrDefault(v => built.Variables.All(b => b.Name != v.Name)) is { } unknown)
        {
            throw new PaperChatException(
                $"The prompt {prompt.File} cannot be used: there is no value for {unknown.Name}; there are values for {string.Join(", ", built.Variables.Select(v => v.Name))}.");
        }

        prompts[prompt.Name] = prompt;
    }
}
