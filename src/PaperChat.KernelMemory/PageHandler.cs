using System.Text.Json;
using Microsoft.KernelMemory.Pipeline;

namespace PaperChat.KernelMemory;

/// <summary>The step after the extraction: takes the pages of the document, which Kernel Memory calls sections, in their order.</summary>
internal sealed class PageHandler : IPipelineStepHandler
{
    /// <summary>The name of the step that extracts.</summary>
    public const string Before = "extract";

    public const string Step = "pages";

    private IPipelineOrchestrator? _orchestrator;

    public string StepName => Step;

    /// <summary>The text of each page; a page without text is empty.</summary>
    public IReadOnlyList<string> Pages { get; private set; } = [];

    public PageHandler Of(IPipelineOrchestrator orchestrator)
    {
        _orchestrator = orchestrator;
        return this;
    }

    public async Task<(ReturnType returnType, DataPipeline updatedPipeline)> InvokeAsync(DataPipeline pipeline, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var extracted = pipeline.Files.SelectMany(f => f.GeneratedFiles.Values).FirstOrDefault(f => f.ArtifactType == DataPipeline.ArtifactTypes.ExtractedContent)
            ?? throw new PaperChatException("nothing was extracted from it");
        var json = await _orchestrator!.ReadFileAsync(pipeline, extracted.Name, cancellationToken);

        // Kernel Memory's own type of a section can be written as JSON and not read.
        using var content = JsonDocument.Parse(json.ToMemory());
        var sections = content.RootElement.GetProperty("sections").EnumerateArray()
            .Select(s => (Page: s.GetProperty("number").GetInt32(), Text: s.GetProperty("content").GetString() ?? "")).Where(s => s.Page > 0).ToArray();

        // A page that no section names was empty.
        var pages = new string[sections.Select(s => s.Page).DefaultIfEmpty(0).Max()];
        Array.Fill(pages, "");
        foreach (var (page, text) in sections)
        {
            pages[page - 1] += text;
        }

        Pages = pages;
        return (ReturnType.Success, pipeline);
    }
}
