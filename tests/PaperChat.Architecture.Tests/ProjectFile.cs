using System.Xml.Linq;

namespace PaperChat.Architecture.Tests;

/// <summary>What a project file says, whatever the conditions around it.</summary>
internal sealed class ProjectFile
{
    private readonly XDocument _xml;

    private ProjectFile(string file)
    {
        File = file;
        Name = Path.GetFileNameWithoutExtension(file);
        _xml = XDocument.Parse(Repository.Read(file));
    }

    public string File { get; }

    public string Name { get; }

    public IEnumerable<string> Projects => References("ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/')));

    public IEnumerable<string> Packages => References("PackageReference");

    public IEnumerable<string> Frameworks => References("FrameworkReference");

    public static IReadOnlyList<ProjectFile> In(string folder) => [.. Repository.Under(folder, ".csproj").Select(f => new ProjectFile(f))];

    public string? Property(string name) => _xml.Descendants(name).LastOrDefault()?.Value;

    private IEnumerable<string> References(string kind) => _xml.Descendants(kind).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
