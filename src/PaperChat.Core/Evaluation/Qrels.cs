using System.Globalization;
using PaperChat.Papers;

namespace PaperChat.Evaluation;

/// <summary>
/// Reads judgements: <c>query TAB document TAB grade</c> with or without a header line (BEIR), or the four columns of TREC
/// (query, iteration, document, grade) separated by tabs.
/// </summary>
internal static class Qrels
{
    public static async Task<Dictionary<string, Dictionary<PaperId, int>>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var judgements = new Dictionary<string, Dictionary<PaperId, int>>(StringComparer.Ordinal);
        var first = true;
        await foreach (var (line, text) in EvaluationFile.LinesAsync(path, cancellationToken))
        {
            var columns = text.Split('\t');
            if (columns.Length is not (3 or 4))
            {
                throw EvaluationFile.Wrong(path, line, "expected query, document and grade, separated by tabs");
            }

            if (int.TryParse(columns[^1].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
            {
                Add(judgements, columns[0], new PaperId(columns[^2]), grade);
            }
            else if (!first)
            {
                throw EvaluationFile.Wrong(path, line, "the grade is not a whole number");
            }

            first = false;
        }

        return judgements;
    }

    private static void Add(Dictionary<string, Dictionary<PaperId, int>> judgements, string query, PaperId paper, int grade)
    {
        if (!judgements.TryGetValue(query, out var grades))
        {
            judgements[query] = grades = [];
        }

        grades[paper] = grade;
    }
}
