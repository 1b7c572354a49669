using BenchmarkDotNet.Attributes;
using PaperChat.Benchmarks.Samples;
using PaperChat.Text;

namespace PaperChat.Benchmarks;

/// <summary>What happens to the text of one abstract: cleaning, splitting into sentences, analysing, stemming.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private string[] _words = [];

    [GlobalSetup]
    public void Setup() => _words = [.. TextAnalyzer.Words(SampleTexts.Plain).Select(w => w.Text)];

    [Benchmark]
    public CleanedText Clean_an_abstract_that_is_clean() => TextCleaner.Clean(SampleTexts.Plain);

    [Benchmark]
    public CleanedText Clean_an_abstract_with_markup() => TextCleaner.Clean(SampleTexts.Marked);

    [Benchmark]
    public IReadOnlyList<TextSpan> Split_into_sentences() => SentenceSplitter.Split(SampleTexts.Plain);

    [Benchmark]
    public List<Token> Analyse_an_abstract() => TextAnalyzer.Analyze(SampleTexts.Plain);

    [Benchmark]
    public List<Token> Analyse_a_stored_abstract_with_markup() => TextAnalyzer.AnalyzeStored(SampleTexts.Marked);

    [Benchmark]
    public List<Token> Analyse_a_question() => TextAnalyzer.Analyze(SampleTexts.Question);

    [Benchmark]
    public int Stem_every_word_of_an_abstract()
    {
        var length = 0;
        foreach (var word in _words)
        {
            length += PorterStemmer.Stem(word).Length;
        }

        return length;
    }
}
