using System.Collections.Frozen;

namespace PaperChat.Text;

/// <summary>What LaTeX commands stand for in plain text.</summary>
internal static class LatexSymbols
{
    // Each pair: the command, the text. A symbol takes no argument.
    private static readonly FrozenDictionary<string, string> Symbols = Pairs("""
        alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
        pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
        times × cdot · pm ± mp ∓ div ÷ ast * star ⋆ circ ∘ bullet • oplus ⊕ otimes ⊗ odot ⊙ setminus \
        leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ ll ≪ gg ≫ approx ≈ sim ~ simeq ≃ cong ≅ equiv ≡ propto ∝ lesssim ≲
        gtrsim ≳ prec ≺ succ ≻ preceq ⪯ succeq ⪰ triangleq ≜ asymp ≍
        rightarrow → to → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ longrightarrow →
        implies ⇒ iff ⇔ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ hookrightarrow ↪ rightleftharpoons ⇌
        in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ bigcup ⋃ bigcap ⋂ emptyset ∅ varnothing ∅
        forall ∀ exists ∃ neg ¬ lnot ¬ land ∧ wedge ∧ lor ∨ vee ∨ top ⊤ bot ⊥ perp ⊥ vdash ⊢ models ⊨
        infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ prime ′ degree ° angle ∠ triangle △ square □
        ldots … dots … cdots … vdots … dotsc … dotsb … textellipsis … langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
        vert | mid | Vert ‖ parallel ‖ lvert | rvert | lVert ‖ rVert ‖ backslash \ checkmark ✓ dagger † ddagger ‡ copyright ©
        textregistered ® texttrademark ™ textdegree ° textasciitilde ~ textbackslash \ textunderscore _ textendash – textemdash —
        textquotesingle ' textquoteleft ‘ textquoteright ’ textbar | textless < textgreater > textpm ± texttimes × textmu µ
        ss ß o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ S § P ¶ pounds £ euro € lbrace { rbrace } colon :
        ie i.e. eg e.g. etal etal etc etc. LaTeX LaTeX TeX TeX
        """);

    // Functions that stand as their own name.
    private static readonly FrozenSet<string> Names = Set("""
        log ln exp min max sup inf lim limsup liminf arg argmin argmax sin cos tan tanh sinh cosh det dim ker deg gcd Pr poly polylog
        sign mod bmod
        """);

    // Commands that change the look of their argument, or of what follows; the text itself stays.
    private static readonly FrozenSet<string> Fonts = Set("""
        emph textbf textit texttt textsc textrm textsf textsl textup textmd textnormal text mbox hbox underline uline uppercase
        mathcal mathbb mathbf mathrm mathsf mathit mathtt mathscr mathfrak mathds boldsymbol bm operatorname ensuremath smash
        overline underbrace overbrace url path textsuperscript textsubscript fbox centering protect lowercase
        em it bf rm sf sc tt sl cal bfseries itshape scshape ttfamily rmfamily sffamily normalfont small large footnotesize
        """);

    // Commands that only place things.
    private static readonly FrozenSet<string> Silent = Set("""
        left right big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle displaystyle textstyle scriptstyle limits nolimits
        noindent xspace allowbreak nobreak break linebreak newline par quad qquad enspace thinspace hfill item relax sloppy
        maketitle medskip smallskip bigskip
        """);

    // Commands whose argument is a key and no text.
    private static readonly FrozenSet<string> Dropped = Set("""
        cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite label begin end vspace hspace phantom
        vphantom hphantom thanks footnotemark
        """);

    public static string? SymbolOf(string command) => Symbols.GetValueOrDefault(command) is "etal" ? "et al." : Symbols.GetValueOrDefault(command);

    public static bool IsName(string command) => Names.Contains(command);

    public static bool IsFont(string command) => Fonts.Contains(command);

    public static bool IsSilent(string command) => Silent.Contains(command);

    public static bool IsDropped(string command) => Dropped.Contains(command);

    private static FrozenSet<string> Set(string words) => Words(words).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string words) =>
        Words(words).Chunk(2).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static string[] Words(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
