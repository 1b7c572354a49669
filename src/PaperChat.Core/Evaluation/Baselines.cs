using System.Text.Json;

namespace PaperChat.Evaluation;

/// <summary>Quality figures that are kept with the code, so that a change that lowers them is seen.</summary>
public sealed class Baselines(IReadOnlyList<Baseline> all)
{
    public const double Tolerance = 0.005;

    public IReadOnlyList<Baseline> All { get; } = all;

    /// <summary>Reads a JSON array of objects with <c>dataset</c>, <c>mode</c>, <c>metric</c> and <c>value</c>.</summary>
    /// <exception cref="EvaluationException">The file is missing or is something else.</exception>
    public static async Task<Baselines> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var all = await JsonSerializer.DeserializeAsync(file, EvaluationJson.Default.IReadOnlyListBaseline, cancellationToken);
            return new Baselines(all ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new EvaluationException($"The baselines {path} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>One check for each baseline of the result's collection and mode; none where nothing was committed for it.</summary>
    public IReadOnlyList<BaselineCheck> Check(RetrievalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. All.Where(b => b.Dataset == result.Dataset && b.Mode == result.Mode)
            .Select(b => new BaselineCheck(b, result.Metrics.Get(b.Metric)))];
    }
}
