namespace PaperChat.Verification;

/// <summary>
/// Words of research prose that may stand for one another without changing what is said; narrower than
/// <see cref="Questions.Thesaurus"/>, which only has to find the right paper.
/// </summary>
internal static class VerificationSynonyms
{
    public const string Groups = """
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
        unnecessary needless redundant superfluous unneeded
        imitate emulate mimic simulate reproduce replicate
        predict forecast foresee anticipate expect
        happen occur arise emerge appear
        speed accelerate quicken hasten
        restore recover reconstruct rebuild retrieve
        missing absent lost lacking
        show display visualize visualise depict
        evidence proof indication sign
        trouble difficulty problem struggle hard
        vulnerable susceptible prone sensitive exposed
        mistake error fault flaw
        aware conscious informed
        combine pair mix together joint
        jointly together simultaneously
        simultaneously concurrently parallel
        each every individual per
        whole overall total complete
        change alter vary modify shift
        hold contain store keep
        grow rise climb increase
        fall drop decline decrease
        cheap inexpensive affordable cost
        quick fast rapid prompt
        manual hand human
        kind type category class sort variety
        group cluster category categorize classify
        order rank sort sequence
        remove strip delete erase discard
        add append insert include introduce incorporate augment supplement
        own itself themselves
        learn acquire pick
        teach train instruct educate
        steady stable constant
        usual typical common normal
        special specific particular dedicated
        general broad generic universal
        carry transport bring convey transfer
        transfer carry generalize generalise adapt
        spread distribute scatter disperse
        search seek look find explore
        collect gather acquire obtain accumulate
        answer respond reply response
        question query ask
        talk speak conversation dialogue dialog chat
        write author compose draft
        read scan
        watch observe monitor track view
        follow track trace pursue
        count number tally
        depend rely hinge base ground
        ground base anchor root
        believe think assume suppose presume
        reason cause ground motive
        choose decide pick select determine
        decide determine judge
        judge assess evaluate rate score
        mean imply signify entail
        hint clue cue signal
        help aid assist support benefit contribute
        block prevent stop inhibit
        avoid prevent circumvent sidestep bypass escape
        cope handle deal manage
        run execute operate
        work function operate perform
        fit match suit
        meet satisfy fulfill fulfil
        reach attain hit achieve
        exceed surpass top outperform
        bad poor weak inferior
        good strong well solid
        still remain yet
        unclear unknown uncertain ambiguous open
        clear obvious evident apparent
        simple plain basic easy
        complex complicated intricate sophisticated
        wide broad
        deep profound
        early initial preliminary pilot
        late final
        modern contemporary current recent
        old earlier previous former
        new novel recent
        fake false fabricated
        true real actual genuine
        natural organic
        artificial synthetic
        instant moment
        area field domain region
        region area zone part
        place position location site spot
        locate localize localise position
        path route trajectory
        edge border boundary
        limit bound cap restrict
        middle center centre
        amount quantity volume level
        level degree extent
        size magnitude scale dimension
        scale size grow
        weight importance
        rule law principle
        tool instrument device
        device hardware machine
        machine computer device
        agent robot
        movie video film clip
        frame image
        sound audio acoustic
        story narrative
        news press
        child kid
        doctor physician clinician
        patient subject
        illness disease disorder
        cure treat treatment therapy
        drug medicine medication
        task job assignment
        team group
        company firm organization enterprise industry
        money cost budget
        law legal
        legal judicial
        safe secure safety security
        risk danger threat hazard
        attack adversarial
        defend defense protect protection
        private confidential
        fair unbiased
        bias prejudice skew
        trust confidence rely
        confidence certainty
        doubt uncertainty
        random stochastic
        likely probable
        chance probability likelihood
        plan schedule
        planner planning plan
        act action
        motion movement move
        move shift travel
        grasp grip grab
        push press
        shape form geometry
        light illumination
        color colour
        dark dim
        noise noisy
        clean noiseless clear
        blur blurry
        sharp crisp
        match correspond
        pair couple
        copy duplicate
        split divide separate
        join merge unite
        network graph
        node vertex
        tree hierarchy
        list enumerate
        proof theorem
        formula equation
        sum total
        average mean
        maximum max
        minimum min
        ratio proportion share rate
        percent percentage
        memory storage recall
        store keep save
        load burden
        latency delay lag
        delay latency wait
        throughput speed
        parallel concurrent
        distributed decentralized decentralised
        central centralized
        cloud server
        phone mobile smartphone
        sensor sensing
        wireless radio
        battery energy power
        electricity power
        plant crop
        farm agricultural agriculture field
        language linguistic tongue
        cultural culture
        multilingual language
        sentence utterance
        paragraph passage
        topic subject theme
        opinion sentiment view
        emotion affect feeling
        emotion emotional
        argument argumentation
        debate discussion
        discourse discussion
        rumor misinformation disinformation
        explain explanation rationale
        rationale explanation reason
        label annotation tag annotate
        annotator labeler rater
        rating score
        survey review overview
        review survey summarize
        summary summarize overview abstract
        guide guideline recommendation
        recommend suggest advise
        recommendation advice suggestion
        suggestion proposal
        draft sketch
        prototype pilot
        demo demonstration
        experiment test trial study
        simulation simulate
        simulated simulation synthetic
        realistic real
        outdoor outside
        indoor inside
        inner internal
        outer external
        latent hidden implicit
        visible apparent
        interpret explain understand
        interpretable explainable transparent
        opaque black-box
        encode represent embed
        embed embedding represent
        embedding representation vector
        representation encoding embedding feature
        feature attribute property characteristic trait
        quality property
        pattern structure
        structure structural architecture layout
        layout arrangement
        backbone encoder
        layer level
        parameter weight
        gradient derivative
        loss objective cost
        optimum optimal best
        converge convergence
        generalize generalization transfer
        overfit overfitting
        regularize regularization
        pretrain pretraining pre-train
        finetune fine-tune tune
        prompt instruct instruction
        instruction prompt directive
        context surrounding
        window span
        span range extent
        long extended lengthy prolonged
        brief concise short
        concise compact brief
        dense thick
        sparse thin
        grid lattice
        cube hypercube
        box rectangle rectangular
        circle round
        plane planar
        rotate rotation turn
        translate translation shift
        environment surroundings setting scene
        setting scenario condition environment case
        scenario situation case setting
        situation circumstance scenario condition
        event incident
        time temporal duration
        spatial space
        duration length time
        day daily
        yearly annual
        rarely seldom infrequently
        mechanism process
        procedure process pipeline
        pipeline workflow process
        final last
        initial first start
        beginning start
        repeat iterate
        iterative repeated
        loop cycle
        feedback response
        reward return
        strategy policy tactic approach
        game play
        player agent
        opponent adversary
        bid bidding auction
        request demand query
        service serve
        client customer user
        consumer user
        product item
        item object element
        object thing item
        element component item
        entity object
        relation relationship link
        relationship relation connection
        association relation link
        correlation relation
        correlate correlation
        cause effect
        role function part
        contribution role
        benefit advantage gain
        advantage benefit strength merit
        drawback disadvantage weakness shortcoming limitation
        merit value advantage
        value worth
        useful helpful valuable beneficial
        relevant related pertinent
        appropriate suitable proper adequate fitting
        adequate sufficient
        enough sufficient
        insufficient inadequate
        scarce limited rare
        rare scarce uncommon
        abundant plentiful rich
        growing increasing rising
        popular common widespread
        widespread common prevalent
        dominant prevailing
        leading top best
        promising encouraging
        surprising unexpected
        surprisingly unexpectedly
        interestingly notably
        notably especially particularly
        mere only just
        solely only
        completely entirely fully totally
        partially partly part
        slightly marginally
        greatly substantially considerably significantly much
        strongly heavily
        widely broadly commonly
        directly straight
        adaptively dynamically
        consistently uniformly steadily
        reliably dependably consistently
        reliable dependable
        separately independently individually
        mm millimeter millimetre
        cm centimeter centimetre
        km kilometer kilometre
        ms millisecond
        gb gigabyte
        mb megabyte
        hz hertz
        db decibel
        send relay transmit forward pass
        reach arrive propagate attain
        lag gap behind trail
        intact unaffected untouched unchanged
        """;
}
