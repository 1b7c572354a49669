using System.Text.RegularExpressions;
using PaperChat.Text;

namespace PaperChat.Evidence;

/// <summary>
/// Short forms that a text defines for itself, "pair-wise cross-attention (PWCA)": where the short form stands, the long one is
/// meant. The long form is the shortest run of words before the bracket whose initials give the letters (after Schwartz and
/// Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003).
/// </summary>
internal static partial class Acronyms
{
    private const int MaxWords = 10;

    /// <summary>Short forms that papers of the field use without saying what they mean.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Common = Build("""
        llm: large language model; vlm: vision language model; lvlm: large vision language model; mllm: multimodal large language model
        cnn: convolutional neural network; rnn: recurrent neural network; gnn: graph neural network; dnn: deep neural network
        rl: reinforcement learning; ssl: self supervised learning; nlp: natural language processing; nlg: natural language generation
        nmt: neural machine translation; mt: machine translation; asr: automatic speech recognition; tts: text to speech
        qa: question answering; vqa: visual question answering; ner: named entity recognition; rag: retrieval augmented generation
        gan: generative adversarial network; vae: variational autoencoder; vit: vision transformer; ssm: state space model
        lstm: long short term memory; icl: in context learning; rlhf: reinforcement learning from human feedback
        sft: supervised fine tuning; peft: parameter efficient fine tuning; moe: mixture of experts; slam: simultaneous localization and mapping
        ood: out of distribution; kg: knowledge graph; gp: gaussian process; svm: support vector machine; mdp: markov decision process
        """);

    private static readonly Dictionary<string, string[]> ByLastTerm = Common
        .GroupBy(a => a.Value[^1], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(a => a.Key).ToArray(), StringComparer.Ordinal);

    /// <summary>Those of the common short forms whose long form ends with a term.</summary>
    public static IReadOnlyList<string> CommonEndingWith(string term) => ByLastTerm.TryGetValue(term, out var forms) ? forms : [];

    /// <summary>Analysed short form to the analysed terms of its long form.</summary>
    public static IReadOnlyDictionary<string, string[]> In(string text)
    {
        Dictionary<string, string[]>? found = null;
        foreach (Match match in BracketPattern().Matches(text))
        {
            var letters = match.Groups["short"].Value;
            var words = TextAnalyzer.Words(text[Math.Max(0, match.Index - 120)..match.Index]);
            var terms = LongForm(letters, words);
            if (terms.Length > 0 && TextAnalyzer.Words(letters) is [var word] && TextAnalyzer.TermOf(word.Text) is { } term)
            {
                (found ??= new Dictionary<string, string[]>(StringComparer.Ordinal)).TryAdd(term, terms);
            }
        }

        return found ?? (IReadOnlyDictionary<string, string[]>)System.Collections.ObjectModel.ReadOnlyDictionary<string, string[]>.Empty;
    }

    private static Dictionary<string, string[]> Build(string table) => table
        .Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(row => row.Split(':'))
        .ToDictionary(row => row[0], row => row[1].Split(' ').Select(w => w.Length == 0 ? null : TextAnalyzer.TermOf(w)).OfType<string>().ToArray(), StringComparer.Ordinal);

    private static string[] LongForm(string letters, List<Word> words)
    {
        var wanted = letters.TrimEnd('s').ToLowerInvariant();
        for (var length = Math.Max(2, wanted.Length / 2); length <= Math.Min(MaxWords, words.Count); length++)
        {
            var run = words.GetRange(words.Count - length, length);
            if (run[0].Text[0] == wanted[0] && Gives(run, wanted))
            {
                return [.. run.Select(w => TextAnalyzer.TermOf(w.Text)).OfType<string>()];
            }
        }

        return [];
    }

    // Every letter is found in order, each word's first letter or later ones; each word of three letters or more gives one.
    private static bool Gives(List<Word> run, string wanted)
    {
        var at = 0;
        foreach (var word in run)
        {
            if (at < wanted.Length && word.Text[0] == wanted[at])
            {
                at++;
                for (var i = 1; i < word.Text.Length && at < wanted.Length && run.Count < wanted.Length; i++)
                {
                    at += word.Text[i] == wanted[at] && NextWordNeeds(run, word, wanted, at) ? 1 : 0;
                }
            }
            else if (word.Text.Length > 3)
            {
                return false;
            }
        }

        return at == wanted.Length;
    }

    private static bool NextWordNeeds(List<Word> run, Word word, string wanted, int at)
    {
        var next = run.IndexOf(word) + 1;
        return next >= run.Count || run[next].Text[0] != wanted[at];
    }

    [GeneratedRegex(@"\((?<short>[A-Z][A-Za-z0-9\-]{0,8}[A-Z0-9]s?)\)", RegexOptions.CultureInvariant)]
    private static partial Regex BracketPattern();
}
