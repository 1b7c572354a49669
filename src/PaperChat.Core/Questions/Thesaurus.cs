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
        rival alternative competitor baseline counterpart comparison
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
        delay latency overhead lag
        expense cost overhead
        extra additional further overhead
        top highest maximum best peak
        frame-rate fps
        clue cue signal feature indicator evidence
        spot detect identify recognize distinguish
        hallucination fabricated made-up invented unfaithful
        lie hallucinate deceive
        answer response output
        ask query question request prompt
        teacher instructor student distillation
        guess predict estimate
        guide steer direct condition control
        break fail degrade collapse
        mix blend combine interpolate fuse
        swap replace substitute exchange
        copy replicate reproduce duplicate imitate
        fix repair correct address resolve
        tackle address solve handle
        handle cope process manage
        watch observe monitor
        look inspect examine investigate analyze study
        check verify validate confirm
        compare contrast versus comparison
        measure quantify metric evaluate
        count number quantity
        noise noisy perturbation corruption
        attack adversarial threat
        safe safety secure harmless
        private privacy confidential
        leak leakage expose
        fair fairness bias biased
        old ancient historical
        hard difficult challenging complex
        easy simple straightforward
        wrong incorrect erroneous false
        right correct accurate
        label annotate annotation tag
        unlabeled unlabelled unsupervised self-supervised
        worker annotator crowd crowdworker
        expert specialist professional
        doctor physician clinician radiologist
        illness disease disorder
        scan imaging mri ct
        drug medication medicine compound
        robot manipulator gripper agent
        car vehicle driving
        road traffic street
        plane aircraft wing aerodynamic
        map layout
        hand finger grasp
        face facial portrait
        body pose skeleton
        shape geometry mesh surface
        light lighting illumination relighting
        colour color
        sound acoustic audio
        talk speech conversation dialogue speak
        write writing author generate
        read reading comprehension
        translate translation multilingual
        tongue language multilingual
        country language region
        chart graph plot visualization figure
        table tabular
        search retrieval retrieve lookup
        document page text passage
        fact knowledge factual
        rule constraint logic
        step stage phase
        stage phase step
        loop iterate iterative iteration
        once one-shot single
        repeat iterative repeated
        group cluster class category
        kind category class type
        piece segment patch part component
        whole entire full global
        local nearby neighborhood neighbouring
        far distant long-range
        near close nearby adjacent
        inside internal within
        outside external
        start initial initialize begin
        end final terminate
        stable consistent smooth steady
        smooth continuous consistent
        discrete codebook quantized token
        gap difference discrepancy disparity
        link connect relation association connection
        depend rely dependency reliance
        share common joint
        separate disentangle decouple independent
        tangled entangled coupled
        unknown unseen novel out-of-domain
        known seen familiar
        everyday real-world daily practical
        real real-world natural
        fake synthetic artificial generated
        artificial synthetic simulated
        simulate simulation simulator
        guarantee bound provable
        closed-form analytic analytical
        iterative optimization solve
        optimize optimise tune minimize
        adapt adaptation fine-tune finetune transfer
        touch update modify change
        frozen fixed pretrained
        throw discard drop
        push encourage force promote
        pull attract
        want aim goal objective seek
        goal objective aim purpose
        spare avoid eliminate require
        burden burdensome costly labor-intensive invasive tedious
        trouble struggle difficulty challenge
        profit benefit gain
        fault limitation flaw bias problem
        worth valuable useful
        useful helpful beneficial
        surprising unexpected counterintuitive
        tell distinguish differentiate
        differ difference vary distinct
        odd unusual anomaly anomalous
        rare uncommon infrequent tail
        frequent common often
        shrink compress reduce
        grow scale increase expand
        spread propagate distribute diffusion
        store memory keep cache
        fill complete impute inpaint
        missing absent incomplete
        ignore disregard neglect overlook
        trust reliable confidence reliability
        sure certain confidence
        doubt uncertainty
        vote majority aggregate
        agree agreement consensus consistent
        disagree disagreement diversity
        variety diverse diversity
        release publish open-source available public
        buy purchase price
        shop e-commerce product
        user customer people
        child children infant
        school education student
        court legal law
        news media
        weather climate forecast
        water river ocean
        plant crop agriculture
        planet earth satellite
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
