namespace PaperChat.Questions;

/// <summary>The terms of one question, ready to be matched against texts.</summary>
public sealed class ResolvedTerms
{
    private readonly Dictionary<string, (int Index, float Weight)[]> _byForm;

    internal ResolvedTerms(IReadOnlyList<ResolvedTerm> terms, IReadOnlyList<string> notes)
    {
        Terms = terms;
        Notes = notes;
        _byForm = new Dictionary<string, (int, float)[]>(StringComparer.Ordinal);
        for (var i = 0; i < terms.Count; i++)
        {
            Total += terms[i].Worth;
            foreach (var form in terms[i].Forms)
            {
                _byForm[form.Term] = [.. Match(form.Term), (i, form.Weight)];
            }
        }
    }

    public IReadOnlyList<ResolvedTerm> Terms { get; }

    /// <summary>Corrections that were made, in words for the user.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What matching all of them would be worth.</summary>
    public double Total { get; }

    /// <summary>The same terms without some of them.</summary>
    internal ResolvedTerms Where(Func<ResolvedTerm, bool> keep) => new([.. Terms.Where(keep)], Notes);

    /// <summary>The same terms, each counting so many times what it did.</summary>
    internal ResolvedTerms Weigh(Func<ResolvedTerm, float> factor) =>
        new([.. Terms.Select(t => t with { Source = t.Source with { Weight = t.Source.Weight * factor(t) } })], Notes);

    /// <summary>The terms that a token of a text stands for, with what it counts for each.</summary>
    internal ReadOnlySpan<(int Index, float Weight)> Match(string term) =>
        _byForm.TryGetValue(term, out var matches) ? matches : [];
}
