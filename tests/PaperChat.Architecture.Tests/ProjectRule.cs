namespace PaperChat.Architecture.Tests;

/// <summary>A row of the table in ARCHITECTURE.md: what one project may use. A package that ends in <c>.*</c> stands for a family.</summary>
internal sealed record ProjectRule(string Name, string[] Projects, string[] Packages, bool MayUseAspNetCore = false)
{
    private const string Core = "PaperChat.Core";
    private const string Embedded = "PaperChat.Embedded";
    private const string Models = "PaperChat.Models";
    private const string Hosting = "PaperChat.Hosting";

    public static IReadOnlyList<ProjectRule> All { get; } =
    [
        new(Core, [],
        [
            "Microsoft.Extensions.AI.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "YamlDotNet",
        ]),
        new(Embedded, [Core], ["Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3", "System.Numerics.Tensors"]),
        new("PaperChat.Qdrant", [Core], ["Polly.Core", "Qdrant.Client"]),
        new(Models, [Core], ["Microsoft.Extensions.AI.Abstractions", "OpenAI", "System.Numerics.Tensors"]),
        new("PaperChat.Sources", [Core], ["CsvHelper", "Polly.Core"]),
        new("PaperChat.SemanticKernel", [Core, Models], ["Microsoft.SemanticKernel.*"]),
        new("PaperChat.KernelMemory", [Core], ["Microsoft.KernelMemory.*"]),
        new(Hosting,
            [Core, Embedded, "PaperChat.Qdrant", Models, "PaperChat.Sources", "PaperChat.SemanticKernel", "PaperChat.KernelMemory"],
            ["Microsoft.Identity.Client", "System.CommandLine", "Spectre.Console"], MayUseAspNetCore: true),
        new("PaperChat.Ingestion", [Hosting], ["Cronos", "MailKit", "Microsoft.Data.Sqlite", "SQLitePCLRaw.bundle_e_sqlite3"], MayUseAspNetCore: true),
        new("PaperChat.Chat", [Hosting],
        [
            "Microsoft.AspNetCore.OpenApi", "Microsoft.IdentityModel.JsonWebTokens", "Microsoft.IdentityModel.Protocols.OpenIdConnect",
            "ModelContextProtocol.Core", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol",
        ], MayUseAspNetCore: true),
    ];

    /// <summary>The assembly name of each executable.</summary>
    public static IReadOnlyDictionary<string, string> Executables { get; } = new Dictionary<string, string>
    {
        ["PaperChat.Chat"] = "paperchat",
        ["PaperChat.Ingestion"] = "paperchat-ingest",
    };

    public IEnumerable<string> ViolationsOf(ProjectFile project)
    {
        var projects = project.Projects.Where(p => !Projects.Contains(p)).Select(p => $"the project {p}");
        var packages = project.Packages.Where(p => !Packages.Any(allowed => IsAllowed(p, allowed))).Select(p => $"the package {p}");
        var frameworks = project.Frameworks.Where(f => !MayUseAspNetCore || f != "Microsoft.AspNetCore.App").Select(f => $"the framework {f}");
        return projects.Concat(packages).Concat(frameworks).Select(used => $"{project.File} uses {used}");
    }

    private static bool IsAllowed(string package, string allowed) => allowed.EndsWith(".*", StringComparison.Ordinal)
        ? package.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)
        : package.Equals(allowed, StringComparison.OrdinalIgnoreCase);
}
