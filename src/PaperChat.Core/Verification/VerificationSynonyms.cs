namespace PaperChat.Verification;

/// <summary>
/// Words of research prose that may stand for one another without changing what is said; narrower than
/// <see cref="Questions.Thesaurus"/>, which only has to find the right paper.
/// </summary>
internal static partial class VerificationSynonyms
{
    public const string Groups = Research + "\n" + General;

    private const string Research = """
        use uses utilize utilise employ leverage exploit apply adopt harness draw rely exploits application usage
        evaluate assess test examine measure check judge benchmark evaluation assessment validate
        build construct create develop design make formulate devise establish produce craft
        propose introduce present suggest offer provide put
        show demonstrate reveal indicate illustrate find observe exhibit confirm verify display evidence report
        remove eliminate discard drop omit prune exclude rid dispense
        reduce lower decrease cut diminish lessen shrink minimize minimise mitigate alleviate shorten save curb
        increase raise boost grow lift improve enhance strengthen amplify elevate augment heighten improvement gain better
        improve enhance refine advance upgrade better enrich strengthen improvement enhancement
        outperform surpass exceed beat outdo excel superior better dominate improve win
        match equal rival par comparable competitive parity equivalent
        underperform worse inferior lag behind
        allow enable permit let facilitate support empower possible make ability able capable capability
        integrate combine merge fuse unify incorporate join blend couple integration
        obtain achieve reach attain gain get deliver yield acquire realize produce secure
        require need demand necessitate call requirement
        difficult hard challenging tough infeasible difficulty challenge struggle nontrivial
        easy simple straightforward trivial effortless ease
        few limited scarce little
        limit restrict constrain hinder impede hamper limitation limited bound restriction constraint bottleneck obstacle
        fast quick rapid swift speed speedup accelerate faster efficient latency accelerated
        slow sluggish slowly latency
        large big massive huge substantial vast extensive considerable
        small little tiny minor compact minimal
        significant substantial considerable marked notable remarkable dramatic large strong
        predominantly mainly mostly primarily largely chiefly
        frequently often commonly usually typically generally regularly
        cause motivation reason motive stem lead because due owing root
        goal aim objective purpose target seek
        problem issue challenge difficulty shortcoming drawback
        example instance case
        lose loss lost
        spike surge soar climb jump rise increase
        keep maintain retain preserve sustain hold remain keeping
        understand comprehend grasp understanding comprehension
        predict forecast anticipate prediction
        generate produce create synthesize synthesise generation synthesis output
        convert transform turn translate map recast reinterpret reconceptualize reformulate cast view
        train learn fit optimize training pretrain
        detect identify recognize recognise discover locate find spot detection
        choose select pick selection
        important crucial essential vital key critical central necessary
        separate distinct different distinguish individual separately independent
        explain clarify elucidate account interpret
        study investigate examine analyze analyse explore research work paper investigation analysis survey
        method approach technique procedure strategy scheme algorithm framework mechanism way
        model network architecture system
        accurate precise correct accuracy correctness exact
        error mistake failure wrong
        depend rely dependent hinge contingent input-dependent
        focus concentrate center emphasize centre
        address tackle solve handle overcome deal resolve care
        ignore neglect overlook disregard
        outline sketch summarize summarise
        begin start initiate
        end finish stop terminate
        carry perform conduct execute run do
        contain include comprise consist incorporate hold encompass
        divide split partition segment decompose
        connect link relate associate tie bind
        gather collect assemble compile acquire collection
        release publish open share available public publicly
        dataset corpus data benchmark collection
        picture image photo
        user people human person participant
        author researcher we
        currently now today present recent recently existing current previous prior
        whole entire full complete overall comprehensive
        novel new original fresh
        share common overlap
        approximately roughly about around nearly almost
        various diverse different varied multiple many several variety diversity numerous range wide
        adjust adapt tune modify alter change modification
        discuss describe consider cover
        cost expense expensive costly price overhead
        influence affect impact shape effect
        extend expand broaden generalize generalise extension
        reinforce strengthen bolster
        align fit suit correspond consistent agree
        state-of-the-art sota
        implementation code software
        performance accuracy result quality effectiveness score
        effective efficacious useful effectiveness efficacy success successful
        additional extra further more
        fewer less lower
        better higher greater superior improved
        robust resilient robustness stable
        lack absence without missing miss absent
        suffer struggle face encounter plague
        task problem
        recall memory memorize remember
        store storage save stored
        automatically automatic automated
        continuous continual ongoing
        speech voice spoken
        concern worry fear raise
        text document passage
        word term token
        beyond exceed past
        motivate inspire drive prompt
        despite although though notwithstanding while even
        rather instead
        such like
        reflect mirror represent capture
        main primary principal chief major
        idea concept notion
        finally lastly ultimately
        close near
        fail unable cannot failure inability
        quickly fast rapidly
        step stage phase
        part component portion piece module
        part component element ingredient building
        assumption hypothesis premise
        argue claim contend maintain assert believe
        unlike contrast contrary
        compare comparison relative versus against
        dynamic changing dynamically
        rich detailed
        trainable learnable
        control govern regulate
        guide steer direct
        """;
}
