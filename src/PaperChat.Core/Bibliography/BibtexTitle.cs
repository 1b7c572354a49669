using System.Text;

namespace PaperChat.Bibliography;

/// <summary>
/// Writes a title so that a style that sets titles in lower case leaves its names alone: braces stand around formulas and around words
/// whose capitals carry meaning.
/// </summary>
internal static class BibtexTitle
{
    // Names that a title in capitals does not tell from its other words.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Bayes", "Bayesian", "Gaussian", "Gaussians", "Gauss", "Markov", "Monte", "Carlo", "Fourier", "Wasserstein", "Bellman", "Hilbert", "Euclidean",
        "Riemannian", "Lipschitz", "Shapley", "Boltzmann", "Langevin", "Laplace", "Laplacian", "Newton", "Hessian", "Jacobian", "Kalman",
        "Poisson", "Bernoulli", "Dirichlet", "Nash", "Pareto", "Hopfield", "Turing", "Hawkes", "Nyström", "Frank", "Wolfe", "Hamiltonian",
        "Lagrangian", "Cauchy", "Taylor", "Schrödinger", "Stein", "Fisher", "Gibbs", "Thompson", "Rademacher", "Sinkhorn", "Galerkin",
        "English", "Chinese", "German", "French", "Arabic", "Japanese", "Spanish", "Russian", "Hindi", "Korean", "Italian", "Indian",
        "African", "European", "American", "Python", "Java", "Wikipedia", "Twitter", "Google", "Internet", "Atari", "Minecraft",
    };

    public static string Write(string stored)
    {
        var title = new StringBuilder();
        var pieces = LatexPiece.Of(stored);
        var inSentenceCase = IsInSentenceCase(pieces);
        var isStart = true;
        foreach (var piece in pieces)
        {
            if (piece.IsFormula)
            {
                title.Append('{').Append(piece.Text).Append('}');
                isStart = false;
                continue;
            }

            foreach (var word in SplitKeepingSpaces(piece.Text))
            {
                if (word == " ")
                {
                    title.Append(' ');
                    continue;
                }

                AppendWord(title, word, inSentenceCase && !isStart);
                isStart = word[^1] is ':' or '.' or '?' or '!' or '—' or '–';
            }
        }

        return title.ToString();
    }

    private static void AppendWord(StringBuilder title, string word, bool anyCapital)
    {
        var start = 0;
        var end = word.Length;
        while (start < end && !char.IsLetterOrDigit(word[start]))
        {
            start++;
        }

        while (end > start && !char.IsLetterOrDigit(word[end - 1]))
        {
            end--;
        }

        var core = word[start..end];
        title.Append(LatexEncoder.Encode(word[..start]));
        if (IsName(core, anyCapital))
        {
            title.Append('{').Append(LatexEncoder.Encode(core)).Append('}');
        }
        else
        {
            title.Append(LatexEncoder.Encode(core));
        }

        title.Append(LatexEncoder.Encode(word[end..]));
    }

    private static bool IsName(string word, bool anyCapital)
    {
        if (!word.Any(char.IsUpper))
        {
            return false;
        }

        return anyCapital || word.Split('-', '/', '–', '’', '\'').Any(part =>
            part.Length > 0 && (part.Skip(1).Any(char.IsUpper) || Names.Contains(part)
                || (char.IsUpper(part[0]) && (part.Any(char.IsDigit) || (part.Length == 1 && part is not "A")))));
    }

    // "Learning to rank with Bayesian models" rather than "Learning to Rank with Bayesian Models": there every capital is a name's.
    private static bool IsInSentenceCase(List<LatexPiece> pieces)
    {
        var words = pieces.Where(p => !p.IsFormula).SelectMany(p => SplitKeepingSpaces(p.Text)).Where(w => w.Length > 3 && char.IsLetter(w[0])).Skip(1).ToArray();
        return words.Length > 1 && words.Count(w => char.IsLower(w[0])) > words.Length / 2;
    }

    private static IEnumerable<string> SplitKeepingSpaces(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0)
            {
                yield return " ";
            }

            if (words[i].Length > 0)
            {
                yield return words[i];
            }
        }
    }
}
