using PaperChat.Library;
using PaperChat.Text;

namespace PaperChat.Retrieval;

/// <summary>
/// How far an embedding model knows a question: the share of its words that the model knows, each word counted by its rarity in the
/// library. A common word that the model knows says nothing about a rare one that it does not.
/// </summary>
internal static class KnownWords
{
    /// <summary>0 to 1. A word that neither the library nor the model knows does not count; 1 when none counts.</summary>
    public static async Task<double> ShareAsync(string text, EmbeddingModel model, IPaperLibrary library, CancellationToken cancellationToken)
    {
        var tokens = TextAnalyzer.Analyze(text);
        var frequencies = await library.GetDocumentFrequenciesAsync([.. tokens.Select(t => t.Term)], cancellationToken);
        var documents = (await library.GetStateAsync(cancellationToken)).Chunks;
        double all = 0, known = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var coverage = model.Coverage(text.AsSpan(tokens[i].Start, tokens[i].Length));
            if (frequencies[i] > 0 || coverage > 0)
            {
                var rarity = Math.Log(1 + ((documents - frequencies[i] + 0.5) / (frequencies[i] + 0.5)));
                all += rarity;
                known += rarity * coverage;
            }
        }

        return all > 0 ? known / all : 1;
    }
}
