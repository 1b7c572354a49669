using System.Collections.Frozen;
using PaperChat.Text;

namespace PaperChat.Questions;

/// <summary>
/// Words that research English uses for one another, so that a question in everyday words meets the wording of an abstract. Each row
/// is a group; a word may stand in several.
/// </summary>
internal static class Thesaurus
{
    private const string Groups = """
        reduce decrease lower cut shrink smaller less diminish mitigate alleviate lessen linear bring
        increase raise grow boost gain enhance improve higher larger improvement
        fast faster speed speedup accelerate acceleration quick quickly rapid rapidly efficient latency throughput response
        slow slower expensive costly prohibitive
        cheap cheaper cost efficient efficiency inexpensive lightweight
        memory footprint storage
        test tested tests evaluate evaluated evaluation experiment experiments benchmark benchmarks validate assess task tasks
        dataset data-set corpus benchmark collection
        environment simulator learning-environment
        accuracy performance score precision
        error mistake failure
        prevent avoid keep stop prevents hinder suppress
        favour favor prefer prioritize prioritise prioritizes emphasize
        remove discard drop prune eliminate forget
        add incorporate include integrate inject combine append
        combine merge fuse integrate aggregate unify hybrid together
        divide split partition segment decompose group
        summarise summarize aggregate abstract abstraction compress condense pool
        compress squeeze quantize reduce
        turn convert transform transformed map translate
        show demonstrate reveal find indicate suggest
        cause reason because due stem
        problem issue challenge limitation difficulty deficiency drawback bottleneck
        limit limitation drawback shortcoming weakness cannot struggle fail
        idea concept notion
        need require requirement necessary
        assume assumption condition premise
        prove proof theorem guarantee theoretical provably rigorous
        explain explanation account interpret understand correlate correlated
        hardware cpu gpu tpu device accelerator machine chip
        share portion fraction percentage proportion percent ratio
        train training pretrain pretraining learn learning
        teach train instruct
        recurrent rnn lstm gru recurrence
        convolutional convolution cnn convnet
        llm llms language-model gpt
        transformer attention self-attention
        brain neural cortex neuroscience cortical neuron
        picture image visual photo
        video clip footage frame
        speech spoken audio voice
        text language word sentence document
        code source-code github repository open-source open-sourced available
        author researcher we
        benefit gain advantage profit benefiting
        application use usage
        survey review overview
        rival alternative competitor baseline counterpart
        beat outperform surpass exceed better
        worse underperform inferior match
        equal match comparable competitive par
        small tiny few sparse
        big large huge massive
        quick minute second
        person human people user participant subject
        patient clinical medical
        predict prediction forecast estimate
        detect detection recognise recognize identify recognition
        generate generation synthesize synthesis create produce
        forget forgetting retention
        remember recall memory memorize retain retention
        decide choose select selection pick
        order ordering sequence sequential
        time temporal timing
        space spatial location position
        first earliest novel knowledge
        before previous prior first earlier
        overlap shared common reuse
        similar alike resemble analogous
        regulate control gate modulate govern regularize
        hurt harm degrade worsen impede
        help benefit aid assist support
        see observe monitor inspect
        robust resilient stable robustness
        long lengthy extended hour-long
        parameter parameters weight size
        """;

    private static readonly FrozenDictionary<string, string[]> Related = Build();

    /// <summary>Terms that stand in a group with this one (analysed); empty for most words.</summary>
    public static IReadOnlyList<string> Of(string term) => Related.GetValueOrDefault(term) ?? [];

    private static FrozenDictionary<string, string[]> Build()
    {
        var related = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in Groups.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var terms = row.Split(' ').Select(w => TextAnalyzer.TermOf(w.Replace("-", "", StringComparison.Ordinal))).OfType<string>().Distinct().ToArray();
            foreach (var term in terms)
            {
                if (!related.TryGetValue(term, out var set))
                {
                    related[term] = set = new HashSet<string>(StringComparer.Ordinal);
                }

                set.UnionWith(terms);
                set.Remove(term);
            }
        }

        return related.ToFrozenDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);
    }
}
