using PaperChat.Text;

namespace PaperChat.Core.Tests.Text;

public sealed class SentenceSplitterTests
{
    // "¦" marks where a sentence ends and the next begins.
    [Theory]
    [InlineData("We train it. ¦It works.")]
    [InlineData("Some tasks, e.g. Parsing, are hard. ¦Others are not.")]
    [InlineData("Small nets (e.g., LeNet) fit. ¦Large ones do not.")]
    [InlineData("The rest, i.e. Words that end, stays.")]
    [InlineData("As Ito et al. (2019) say, it holds. ¦We agree.")]
    [InlineData("Follows Ito et al. ¦However, it differs.")]
    [InlineData("Speed vs. Accuracy is old. ¦We add memory.")]
    [InlineData("See cf. Lemma 2 for it. ¦Done.")]
    [InlineData("See Fig. 2 for it. ¦Table 3 follows.")]
    [InlineData("In Figs. 2 and 3 we plot it. ¦It grows.")]
    [InlineData("By Eq. (3) it converges. ¦We stop.")]
    [InlineData("Using Sec. IV we finish. ¦We stop.")]
    [InlineData("It is listed as No. 5 in the index. ¦It is new.")]
    [InlineData("Is it solved? ¦The answer is no. ¦We explain why.")]
    [InlineData("It takes approx. 3 hours. ¦That is long.")]
    [InlineData("Rates of 3.5 and 1,000.25 were seen. ¦Both fit.")]
    [InlineData("Written by J. K. Novak in May. ¦It was read.")]
    [InlineData("Novak, J.-P. Moreau and A. Sato agree. ¦So do we.")]
    [InlineData("The model waits... ¦Then it speaks.")]
    [InlineData("The list (a, b, ...) grows. ¦It ends.")]
    [InlineData("The set {1, . . . , n} is finite. ¦We count it.")]
    [InlineData("They said \"it works.\" ¦We checked.")]
    [InlineData("They called it “robust.” ¦We did not.")]
    [InlineData("It ends ``here.'' ¦Next comes this.")]
    [InlineData("It holds (see below). ¦We prove it.")]
    [InlineData("It holds. ¦(See the appendix.) ¦We prove it.")]
    [InlineData("It holds (we tried. It failed. We tried again) in all cases. ¦Good.")]
    [InlineData("The cost is $f(x). B$ at most. ¦We lower it.")]
    [InlineData("Let $k$ be given. ¦$k$-means finds it.")]
    [InlineData(@"It gains 5\%. ¦\textbf{Our} code is open.")]
    [InlineData("Code is at https://example.org/a.B/c.html. ¦It runs.")]
    [InlineData("Code: https://example.org/x.")]
    [InlineData("See www.example.org/Data.V2 for it. ¦It is large.")]
    [InlineData("We thank Dr. Sato and Prof. Lind. ¦They helped.")]
    [InlineData("Data from the U.S. Census were used. ¦They are old.")]
    [InlineData("It was made in the U.S. ¦The rest was not.")]
    [InlineData("We show: (1) it is fast. ¦(2) It is small.")]
    [InlineData("Three steps. ¦(i) Read. ¦(ii) Write.")]
    [InlineData("1. We read. ¦2. We write.")]
    [InlineData("We use Yahoo! Answers for it. ¦It is noisy.")]
    [InlineData("What remains? ¦Much does.")]
    [InlineData("It works! ¦We show how.")]
    [InlineData("Really?! ¦Yes.")]
    [InlineData("We test two tasks. ¦3D models are built.")]
    [InlineData("We plot the space. ¦t-SNE shows groups.")]
    [InlineData("We cluster them. ¦k-means does well.")]
    [InlineData("We compare tools. ¦word2vec is older.")]
    [InlineData("It is fast. ¦nuScenes is large.")]
    [InlineData("we train it. ¦we test it.")]
    [InlineData("It reaches the end.¦The rest follows.")]
    [InlineData("It gains 10%.¦We are glad.")]
    [InlineData("We call torch.Tensor and Node.Js here. ¦Both run.")]
    [InlineData("The last sentence has no stop. ¦It was cut in the mid")]
    [InlineData("BACKGROUND: It is old. ¦METHODS: We read it. ¦RESULTS: It is good.")]
    [InlineData("A line\nthat goes on. ¦Another.")]
    [InlineData("A heading\n\n¦A text below it.")]
    [InlineData("We offer:\n¦- speed\n¦- size")]
    [InlineData("Bacteria such as E. coli grow. ¦We count them.")]
    [InlineData("Version 2.0 is out. ¦Version 3 is not.")]
    [InlineData("It was 2019. ¦Then it was 2020.")]
    [InlineData("Fruit, nuts, etc. are food. ¦Wood is not.")]
    [InlineData("They like fruit, nuts, etc. ¦However, wood is not food.")]
    [InlineData("It runs w.r.t. Theorem 2. ¦We end.")]
    [InlineData("Samples are i.i.d. Gaussian here. ¦We use it.")]
    [InlineData("Founded by Acme Inc. in Berlin. ¦It closed.")]
    [InlineData("It rained in Oct. 2020 there. ¦It was wet.")]
    [InlineData("See p. 5 and pp. 7-9. ¦They agree.")]
    [InlineData("It uses vitamin C. ¦The rest is water.")]
    [InlineData("We use GPT-4. ¦It is large.")]
    [InlineData("これは文です。¦次の文です。")]
    [InlineData("The mean is 1.4 +/- 0.2 vs. 1.1 here. ¦It fell.")]
    [InlineData("It ended.\n\"")]
    public void A_text_falls_into_its_sentences(string marked)
    {
        var text = marked.Replace("¦", "", StringComparison.Ordinal);
        var sentences = SentenceSplitter.Split(text);

        AssertInvariant(text, sentences);
        Assert.Equal(marked.Split('¦').Select(s => s.Trim()), sentences.Select(s => s.Of(text)));
    }

    [Fact]
    public void Sentences_are_in_order_and_cover_any_text()
    {
        var random = new Random(11);
        string[] pieces = ["Word", "word", ". ", ".", "? ", "! ", "(", ")", "[", "]", "$", "\n", "\n\n", " ", "3", "1. ", "- ", "e.g. ", "http://a.b/c. ", "\"", "”", "…", "。", "\uD83D", "$x$"];
        for (var run = 0; run < 20_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 16)).Select(_ => pieces[random.Next(pieces.Length)]));

            AssertInvariant(text, SentenceSplitter.Split(text));
        }
    }

    [Fact]
    public void A_text_of_open_brackets_and_stops_takes_linear_time()
    {
        var text = string.Concat(Enumerable.Repeat("( $ . ", 50_000));

        AssertInvariant(text, SentenceSplitter.Split(text));
    }

    private static void AssertInvariant(string text, IReadOnlyList<TextSpan> sentences)
    {
        var at = 0;
        foreach (var sentence in sentences)
        {
            Assert.True(sentence.Length > 0 && sentence.Start >= at && string.IsNullOrWhiteSpace(text[at..sentence.Start]), text);
            Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]), text);
            at = sentence.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]), text);
    }
}
