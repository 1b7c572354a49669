using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData(@"gains of 12.5\% over R\&D\_base for \$3", "gains of 12.5% over R&D_base for $3")]
    [InlineData(@"Fig.~2 of Lee~et al.", "Fig. 2 of Lee et al.")]
    [InlineData("about ~100 runs, 10~20 seeds", "about ~100 runs, 10~20 seeds")]
    [InlineData("slow -- very slow --- and dull", "slow – very slow — and dull")]
    [InlineData("run with --verbose", "run with --verbose")]
    [InlineData("a ``weak\" prior and ``strong'' data", "a \"weak\" prior and \"strong\" data")]
    [InlineData("the `inner' loop", "the 'inner' loop")]
    [InlineData(@"a rule, {\em i.e.}, a \textbf{bold} \emph{new} \texttt{tool}", "a rule, i.e., a bold new tool")]
    [InlineData(@"\emph{nested \textbf{words} here}", "nested words here")]
    [InlineData(@"Schr\""odinger, caf\'{e}, Fran\c{c}ois, na\""{\i}ve, Erd\H{o}s", "Schrödinger, café, François, naïve, Erdős")]
    [InlineData(@"runs in $O(n^2)$ time", "runs in O(n^2) time")]
    [InlineData(@"in $\mathcal{O}(n \log n)$ steps", "in O(n log n) steps")]
    [InlineData(@"of $n\log n$", "of n log n")]
    [InlineData(@"$\alpha \leq \beta$, $x \rightarrow y$, $\sim$20, $3\times 4$", "α ≤ β, x → y, ~20, 3× 4")]
    [InlineData(@"a factor of $10^{-3}$ and $x_{\max}$", "a factor of 10^-3 and x_max")]
    [InlineData(@"regret $\tilde{O}(\sqrt{T})$", "regret Õ(√T)")]
    [InlineData(@"rate $\frac{1}{n+1}$", "rate 1/(n+1)")]
    [InlineData(@"at 30$^\circ$ or $90^{\circ}$", "at 30^∘ or 90°")]
    [InlineData("it costs $5 and then $10 more", "it costs $5 and then $10 more")]
    [InlineData("reduces Uleft(m^{2.5}kright) to Uleft(mright)", "reduces U(m^{2.5}k) to U(m)")]
    [InlineData("the FastXcdotYcdotV block", "the FastX·Y·V block")]
    [InlineData("the Fast{cdotX{cdot}V} block", "the Fast·X·V block")]
    [InlineData("is 12times faster, 2.5times smaller, 8times8 tiles", "is 12× faster, 2.5× smaller, 8×8 tiles")]
    [InlineData("an HtimesW map", "an H×W map")]
    [InlineData("with sim250 labels and sim3% noise", "with ~250 labels and ~3% noise")]
    [InlineData("scores 71.4pm0.2", "scores 71.4±0.2")]
    [InlineData("cats rightarrow dogs", "cats → dogs")]
    [InlineData("a mathcal{L} loss", "a L loss")]
    [InlineData("Q&amp;A &lt;tag&gt; caf&eacute;", "Q&A <tag> café")]
    [InlineData("H<sub>2</sub>O, 10<sup>6</sup>, 1<sup>st</sup>, <i>in vivo</i>", "H2O, 10^6, 1st, in vivo")]
    [InlineData("<p>One.</p><p>Two.</p>", "One. Two.")]
    [InlineData("one\r\n  two\t\tthree\u00A0four  ", "one two three four")]
    [InlineData("red\u001B[31m text\u0007 and \u202Eturned\u202C, zero\u200Bwidth", "red text and turned, zerowidth")]
    [InlineData("a \u00E2\u0080\u0093 dash and \u00E2\u0080\u009Cquotes\u00E2\u0080\u009D", "a – dash and “quotes”")]
    [InlineData(@"as shown \cite{smith2020} before~\citep[p.~3]{lee}.", "as shown before.")]
    [InlineData(@"code: \url{https://example.org/~lab/a--b}", "code: https://example.org/~lab/a--b")]
    [InlineData(@"see \href{https://example.org}{our page}", "see our page")]
    [InlineData(@"noise, blur, \etc.", "noise, blur, etc.")]
    [InlineData("{BERT} and {RoBERTa}", "BERT and RoBERTa")]
    public void Mark_up_and_artefacts_become_readable_text(string stored, string cleaned) =>
        Assert.Equal(cleaned, TextCleaner.Clean(stored).Text);

    [Theory]
    [InlineData("Sometimes the times are left (and right) as they are.")]
    [InlineData("An anecdotal simulation, sim2real transfer, sim-to-real, 3pm5.")]
    [InlineData("The left(over) parts were right).")]
    [InlineData("Three-times daily, 5 times, bedtimes, timestamps")]
    [InlineData("Set {a, b} and {x: 1} and token <image> or </s>.")]
    [InlineData("snake_case and x^2 and C:\\Temp")]
    [InlineData("mathematics, contextual text, symbols: simple similarity")]
    [InlineData("👍 emoji, 漢字 and Ελληνικά")]
    [InlineData("https://example.org/a_b~c/--d")]
    [InlineData("")]
    public void What_is_not_certain_stays_and_keeps_its_offsets(string stored)
    {
        var cleaned = TextCleaner.Clean(stored);

        Assert.True(cleaned.IsIdentity, cleaned.Text);
        Assert.Same(stored, cleaned.Text);
    }

    [Theory]
    [InlineData(@"rose by 12.5\% over", "12.5%", @"12.5\%")]
    [InlineData(@"the \emph{quick} fox", "quick", @"\emph{quick}")]
    [InlineData(@"the {\em quick} fox", "fox", "fox")]
    [InlineData(@"in $O(n^2)$ time", "O(n^2)", "$O(n^2)$")]
    [InlineData("one \r\n two", "two", "two")]
    [InlineData("one \r\n two", "one two", "one \r\n two")]
    [InlineData("take 10times more", "10×", "10times")]
    [InlineData("Q&amp;A here", "Q&A", "Q&amp;A")]
    public void A_cleaned_range_leads_back_to_the_stored_text(string stored, string part, string source)
    {
        var cleaned = TextCleaner.Clean(stored);

        var (start, length) = cleaned.ToStored(cleaned.Text.IndexOf(part, StringComparison.Ordinal), part.Length);

        Assert.Equal(source, stored.Substring(start, length));
    }

    [Fact]
    public void Any_text_is_cleaned_with_a_monotone_map_and_without_control_characters()
    {
        var random = new Random(7);
        string[] pieces = ["\\", "{", "}", "$", "^", "_", "\\emph", "\\\"", "\\frac", "\\cite", "left(", "right)", "O", "cdot", "times", "<i>", "</i>", "&amp;", " ",
            "\n", "a", "B", "7", "~", "--", "``", "''", "\uD83D", "\uDE00", "\u001B[", "\u200B", "\\(", "\\)", "\\tilde", "http://a.b/", "\\sqrt", "\\etc", ".", "\0"];
        for (var run = 0; run < 20_000; run++)
        {
            var stored = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
            var cleaned = TextCleaner.Clean(stored);
            var previous = 0;
            for (var i = 0; i <= cleaned.Text.Length; i++)
            {
                var (start, _) = cleaned.ToStored(i, 0);
                Assert.True(start >= previous && start <= stored.Length, stored);
                previous = start;
            }

            Assert.DoesNotContain(cleaned.Text, char.IsControl);
            Assert.DoesNotContain("  ", cleaned.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("lone \uFFFD half", TextCleaner.Clean("lone \uD83D half").Text);

    [Fact]
    public void Unbalanced_and_deeply_nested_braces_are_no_danger()
    {
        var deep = string.Concat(Enumerable.Repeat(@"\emph{", 20_000));

        Assert.NotEmpty(TextCleaner.Clean(deep).Text);
        Assert.NotEmpty(TextCleaner.Clean(deep + new string('}', 20_000)).Text);
    }
}
