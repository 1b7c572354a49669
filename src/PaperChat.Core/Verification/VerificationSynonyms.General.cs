namespace PaperChat.Verification;

// Words of English at large.
internal static partial class VerificationSynonyms
{
    private const string General = """
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
