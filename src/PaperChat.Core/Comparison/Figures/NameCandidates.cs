using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Comparison.Figures;

/// <summary>Finds all that may be the name of a method or a data set in a text.</summary>
internal static partial class NameCandidates
{
    /// <summary>
    /// In the order of the text; none overlaps another, and none but the <paramref name="known"/> names, found by other means, a measure.
    /// </summary>
    public static IReadOnlyList<TextSpan> Find(string text, IReadOnlyList<MetricMention> metrics, IEnumerable<TextSpan> known)
    {
        var found = new List<TextSpan>();
        foreach (var name in known.OrderByDescending(k => k.Length))
        {
            if (!found.Any(f => f.Start < name.End && name.Start < f.End))
            {
                found.Add(name);
            }
        }

        foreach (Match match in Names().Matches(text))
        {
            var start = match.Index;
            var length = match.Length;
            // A capital at the beginning of a sentence or of "We" is no name.
            if (Opening().Match(match.Value) is { Success: true } opening)
            {
                start += opening.Length;
                length -= opening.Length;
            }

            var span = new TextSpan(start, length);
            if (length > 1 && !found.Any(f => f.Start < span.End && span.Start < f.End) && !metrics.Any(m => m.Start < span.End && span.Start < m.End)
                && (NameFinder.IsTelling(span.Of(text)) || start > 0) && span.Of(text).Any(char.IsLetter) && !Kind().IsMatch(span.Of(text)))
            {
                found.Add(span);
            }
        }

        return [.. found.OrderBy(s => s.Start)];
    }

    // Kinds of things, not one of them.
    [GeneratedRegex(@"^(?:[A-Z]{2,6}s|LLM|VLM|MLLM|GPU|CPU|SOTA|SoTA|AI|ML|NLP|QA|VQA|NER|NLI|ASR|OCR|RAG|OOD|RGB|API|CNN|RNN|LSTM|GAN|RL|I+|SNR|HD|[23]D|State)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?<![\w-])" + NameFinder.Name + @"(?:\s+(?:[A-Z][\w-]*|(?:19|20)[0-9]{2}|[0-9](?:\.[0-9])?(?![0-9.%])))*", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(?:(?:We|Our|The|This|These|It|Its|In|On|For|With|Using|While|When|Experiments?|Results?|Extensive|Notably|Furthermore|Moreover|Compared|Evaluations?|Human|Empirical|First|Second|Additionally|Specifically|Across|By|To|At|As|A|An|However|Finally|Overall|Comprehensive|Experimental|Evaluated|Trained|Applied|Remarkably|Here|Also|Both|Among|Under|From|Through|Despite|Although|Further|Empirically|Simulation|Without|Thus|Besides|Our|Their|Only)(?:\s+|$))+", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
