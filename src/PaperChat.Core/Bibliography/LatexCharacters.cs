using System.Collections.Frozen;

namespace PaperChat.Bibliography;

/// <summary>Characters and the commands of LaTeX's standard encodings that print them.</summary>
internal static class LatexCharacters
{
    // Those that Pandoc knows too: a command it does not know would cost the word its letter.
    private const string Text = """
        ß ss æ ae Æ AE ø o Ø O ł l Ł L œ oe Œ OE ı i ȷ j § S ¶ P © copyright £ pounds … ldots
        ‘ textquoteleft ’ textquoteright “ textquotedblleft ” textquotedblright < textless > textgreater
        \ textbackslash ~ textasciitilde ^ textasciicircum
        """;

    // Read only: these characters are written as they are.
    private const string Read = """
        đ dj Đ DJ ð dh Ð DH þ th Þ TH ŋ ng Ŋ NG † dag ‡ ddag – textendash — textemdash „ quotedblbase ‚ quotesinglbase
        « guillemotleft » guillemotright ‹ guilsinglleft › guilsinglright ° textdegree ® textregistered ™ texttrademark
        € texteuro µ textmu · textperiodcentered • textbullet ¿ textquestiondown ¡ textexclamdown ª textordfeminine º textordmasculine
        | textbar { textbraceleft } textbraceright ` textasciigrave " textquotedbl √ surd
        """;

    private const string Math = """
        α alpha β beta γ gamma δ delta ε varepsilon ϵ epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
        σ sigma ς varsigma τ tau υ upsilon φ varphi ϕ phi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma
        Υ Upsilon Φ Phi Ψ Psi Ω Omega × times ÷ div ± pm ∓ mp ∘ circ ⊕ oplus ⊗ otimes ≤ leq ≥ geq ≠ neq ≪ ll ≫ gg ≈ approx ≃ simeq
        ≅ cong ≡ equiv ∝ propto → rightarrow ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ↑ uparrow
        ↓ downarrow ∈ in ∉ notin ⊂ subset ⊆ subseteq ∪ cup ∩ cap ∅ emptyset ∀ forall ∃ exists ∧ wedge ∨ vee ⊥ perp ∞ infty ∂ partial
        ∇ nabla ∑ sum ∏ prod ∫ int ℓ ell ⟨ langle ⟩ rangle ∼ sim ⋆ star { lbrace } rbrace
        """;

    private static readonly FrozenDictionary<char, string> TextCommands = ByCharacter(Text);
    private static readonly FrozenDictionary<char, string> MathCommands = ByCharacter(Math);
    private static readonly FrozenDictionary<string, char> Characters = Pairs(Text).Concat(Pairs(Math)).Concat(Pairs(Read)).ToFrozenDictionary(p => p.Command, p => p.Character, StringComparer.Ordinal);

    /// <summary>The command that prints a character in text, without its backslash; null where there is none.</summary>
    public static string? TextCommandOf(char character) => TextCommands.GetValueOrDefault(character);

    /// <summary>The same for a character of formulas.</summary>
    public static string? MathCommandOf(char character) => MathCommands.GetValueOrDefault(character);

    public static char? CharacterOf(string command) => Characters.TryGetValue(command, out var character) ? character : null;

    private static FrozenDictionary<char, string> ByCharacter(string table) => Pairs(table).ToFrozenDictionary(p => p.Character, p => p.Command);

    private static IEnumerable<(char Character, string Command)> Pairs(string table) =>
        table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(p => (p[0][0], p[1]));
}
