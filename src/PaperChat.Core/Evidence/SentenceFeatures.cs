namespace PaperChat.Evidence;

/// <summary>What is known about a sentence as evidence for a question; shares are of the worth of the question's terms (0 to 1).</summary>
public readonly record struct SentenceFeatures
{
    /// <summary>Share of the question's terms that stand in the sentence.</summary>
    public double Overlap { get; init; }

    /// <summary>The same with BM25's length normalisation: long sentences hold many words by chance.</summary>
    public double NormalisedOverlap { get; init; }

    /// <summary>Share that only a related word or a word with the same beginning stands for.</summary>
    public double Related { get; init; }

    /// <summary>Share of the terms that stand near their neighbour in the question.</summary>
    public double Adjacent { get; init; }

    /// <summary>Share of the terms in the sentence before.</summary>
    public double Before { get; init; }

    /// <summary>Share of the terms in the sentence after.</summary>
    public double After { get; init; }

    /// <summary>Place in the text, 0 for the first sentence, 1 for the last.</summary>
    public double Place { get; init; }

    /// <summary>1 when what is asked for has the form in which this sentence states things.</summary>
    public double Form { get; init; }

    /// <summary>1 when a number stands right before what the question counts.</summary>
    public double Counted { get; init; }

    /// <summary>1 when the authors speak of their own work or findings.</summary>
    public double Own { get; init; }

    /// <summary>1 for a finding: results, comparisons, figures.</summary>
    public double Finding { get; init; }

    /// <summary>Logarithm of the number of terms.</summary>
    public double Length { get; init; }

    /// <summary>Share of the terms that neither stand in the paper's title nor are names: those say which paper, the rest what of it.</summary>
    public double Aspect { get; init; }

    /// <summary>Share of the first terms after the question word, which say what is asked of the subject.</summary>
    public double Focus { get; init; }

    /// <summary>1 when the sentence begins with what the question is about: a name of it, or a word of the title.</summary>
    public double Subject { get; init; }

    /// <summary>1 for a report of how well something did when no number and no evaluation was asked for.</summary>
    public double UnaskedResult { get; init; }

    /// <summary>1 when it says how something is done and no number was asked for.</summary>
    public double Procedure { get; init; }

    /// <summary>1 when it says where code or data are and nobody asked.</summary>
    public double Availability { get; init; }

    /// <summary>In the order in which the weights are fitted.</summary>
    internal double[] ToVector() =>
        [Overlap, NormalisedOverlap, Related, Adjacent, Before, After, Place, Form, Counted, Own, Finding, Length, Aspect, Focus, Subject, UnaskedResult, Procedure, Availability];
}
