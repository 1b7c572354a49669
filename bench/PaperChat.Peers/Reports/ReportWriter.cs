using PaperChat.Peers.Figures;
using PaperChat.Peers.Measuring;

namespace PaperChat.Peers.Reports;

/// <summary>Writes <c>benchmarks.json</c>, <c>benchmarks.svg</c> and <c>benchmarks.md</c>, and renews the document when one is named.</summary>
internal static class ReportWriter
{
    private const string PlotName = "benchmarks.svg";

    public static async Task WriteAsync(ComparisonFigures figures, PeersOptions options, CancellationToken cancellationToken)
    {
        var plot = LatencyPlot.Draw(figures.Sizes);
        var section = $"{FiguresTable.Write(figures)}\n![Time of a search by size of the library]({PlotName})\n";
        await PeerJson.WriteAsync(Path.Combine(options.Out, "benchmarks.json"), figures, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(options.Out, PlotName), plot, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(options.Out, "benchmarks.md"), section, cancellationToken);
        if (options.Document is { } document)
        {
            var renewed = DocumentSection.Replace(await File.ReadAllTextAsync(document, cancellationToken), section);
            await File.WriteAllTextAsync(document, renewed, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(document))!, PlotName), plot, cancellationToken);
        }
    }
}
