using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using PaperChat.Answering;
using PaperChat.Papers;
using PaperChat.Prompts;
using PaperChat.Text;
using PaperChat.Verification;

namespace PaperChat.Comparison;

/// <summary>
/// Has a chat model write the cells of a comparison, one at a time, and checks each like a sentence of an answer. Where the model says
/// that the paper does not state it, or writes what the paper does not bear out, the cell in the paper's own words stays.
/// </summary>
public sealed class ModelComparison(IChatClient client, PromptSet prompts)
{
    private const string NotAnswered = "NOT_ANSWERED";
    private const int FenceLength = 12;
    private const int EvidenceTokens = 3_000;

    private readonly PromptTemplate _prompt = prompts[PromptNames.Compare];

    /// <summary>The comparison with the model's cells in it. A model that fails leaves the rest as it is, and says why.</summary>
    public async Task<PaperComparison> RewriteAsync(PaperComparison comparison, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var spent = new ModelSpend(ModelDraft.NameOf(client), _prompt.Hash);
        var dropped = 0;
        string? failure = null;
        var papers = new List<ComparedPaper>();
        foreach (var column in comparison.Papers)
        {
            var cited = CitedText.Of(column.Paper);
            var cells = new List<ComparisonCell>();
            foreach (var cell in column.Cells)
            {
                var (written, isDropped) = (cell, false);
                try
                {
                    (written, isDropped) = failure is null && !IsOfNames(cell) ? await CellAsync(column, cell, cited, spent, cancellationToken) : (cell, false);
                }
                catch (ModelException exception)
                {
                    failure = exception.Message;
                }

                dropped += isDropped ? 1 : 0;
                cells.Add(written);
            }

            papers.Add(column with { Cells = cells });
        }

        return comparison with { Papers = papers, Mode = AnswerMode.Model, Model = spent.Use, Dropped = dropped, Failure = failure };
    }

    // Names of data sets and addresses of code are best as they are.
    private static bool IsOfNames(ComparisonCell cell) => cell.Aspect is ComparisonAspect.Data or ComparisonAspect.Code;

    private async Task<(ComparisonCell Cell, bool IsDropped)> CellAsync(
        ComparedPaper column, ComparisonCell cell, CitedText cited, ModelSpend spent, CancellationToken cancellationToken)
    {
        var response = await client.GetResponseAsync(Messages(column.Paper, cell.Aspect), _prompt.Options, cancellationToken);
        spent.Take(response.Usage, response.ModelId);
        var text = TextCleaner.Clean(response.Text.Replace("[1]", "", StringComparison.Ordinal)).Text.Replace(" .", ".", StringComparison.Ordinal).Trim();
        if (text.Length == 0 || text.Contains(NotAnswered, StringComparison.Ordinal))
        {
            return (cell, false);
        }

        var check = SentenceVerifier.Check(text, [cited]);
        return check.Verdict == SentenceVerdict.Unsupported || check.Quotes.Count == 0
            ? (cell, true)
            : (cell with { Statements = [new ComparisonStatement(text, check.Quotes[0].Quote, check.Verdict)] }, false);
    }

    private IReadOnlyList<ChatMessage> Messages(Paper paper, ComparisonAspect aspect)
    {
        var safe = InstructionFinder.Find(paper.Abstract).Reverse().Aggregate(paper.Abstract, (text, span) => text.Remove(span.Start, span.Length));
        var evidence = TokenEstimate.Cut(string.Create(CultureInfo.InvariantCulture, $"[1] {TextCleaner.Clean(paper.Title).Text}\n{TextCleaner.Clean(safe).Text}"), EvidenceTokens);
        return _prompt.Render(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["aspect"] = ComparisonAspects.Title(aspect),
            ["key"] = "[1]",
            ["evidence"] = evidence,
            ["fence"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence)))[..FenceLength],
        });
    }
}
