using System.Runtime.CompilerServices;
using PaperChat.Evidence;
using PaperChat.Text;

namespace PaperChat.Answering;

/// <summary>Answers in the papers' own sentences: nothing is added but keys, and in a list or comparison each paper's title.</summary>
public sealed class ExtractiveAnswerWriter : IAnswerWriter
{
    public AnswerMode Mode => AnswerMode.Extractive;

    public async IAsyncEnumerable<DraftPiece> WriteAsync(AnswerTask task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        await Task.CompletedTask;
        var titled = task.Evidence.Shape is AnswerShape.List or AnswerShape.Comparison;
        var isFirst = true;
        foreach (var item in task.Evidence.Items)
        {
            if (titled)
            {
                yield return new DraftPiece.Text($"{(isFirst ? "" : "\n")}- {Title(item)}");
            }

            var isFirstOfItem = true;
            foreach (var sentence in item.Sentences)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var separator = titled && isFirstOfItem ? ": " : isFirst ? "" : " ";
                yield return new DraftPiece.Text(separator + CitedSentence.Join(sentence.Display, [item.Key]));
                yield return new DraftPiece.Sentence(sentence.Display, [item.Key],
                    [new DraftQuote(item.Key, sentence.Field, sentence.Span.Start, sentence.Span.Length)]);
                isFirst = isFirstOfItem = false;
            }
        }
    }

    private static string Title(EvidenceItem item) => TextCleaner.Clean(item.Paper.Paper.Paper.Title).Text;
}
