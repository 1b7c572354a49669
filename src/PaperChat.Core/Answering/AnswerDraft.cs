using System.Text;
using PaperChat.Evidence;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>One answer in the making: turns a writer's pieces into events and keeps what the finished answer is made of.</summary>
internal sealed class AnswerDraft
{
    private readonly Question _question;
    private readonly EvidenceSet _evidence;
    private readonly AnswerMode _mode;
    private readonly List<AnswerSentence> _sentences = [];
    private readonly SortedDictionary<int, List<Quote>> _quotes = [];
    private readonly StringBuilder _text = new();
    private ModelUse? _model;

    // Text since the last finished sentence; it joins the answer only when its sentence holds.
    private readonly StringBuilder _pending = new();

    public AnswerDraft(Question question, EvidenceSet evidence, AnswerMode mode)
    {
        _question = question;
        _evidence = evidence;
        _mode = mode;
        Retrieved = [.. evidence.Ranking.Papers.Take(AnswerPipeline.Reported).Select((p, i) => new RetrievedPaper(i + 1, p.Paper.Paper, p.Score))];
    }

    public IReadOnlyList<RetrievedPaper> Retrieved { get; }

    public IEnumerable<AnswerEvent> Take(DraftPiece piece)
    {
        switch (piece)
        {
            case DraftPiece.Model model:
                _model = model.Use;
                break;
            case DraftPiece.Text text:
                foreach (var made in Issue(text.Value))
                {
                    yield return made;
                }

                _pending.Append(text.Value);
                yield return new AnswerTextAdded(text.Value);
                break;
            case DraftPiece.Sentence sentence:
                yield return Settle(sentence);
                break;
        }
    }

    public Answer Finish(AnswerTimings timings)
    {
        var answered = _evidence.Refusal is null && _sentences.Any(s => !s.Dropped);
        return new Answer
        {
            Question = _question.Text,
            Answered = answered,
            Mode = _mode,
            Reason = answered ? null : _evidence.Library.Papers == 0 ? "empty-library" : _evidence.Refusal ?? "unsupported",
            Text = answered ? _text.ToString() : Refusals.Text(_evidence),
            Confidence = Math.Round(_evidence.Confidence, 4),
            Sentences = _sentences,
            Citations = [.. _quotes.Select(q => new Citation(q.Key, PaperOf(q.Key).Paper.Paper.Paper, q.Value))],
            Retrieved = Retrieved,
            Closest = answered ? [] : [.. Retrieved.Take(Refusals.Closest).Select(r => r.Paper.Id)],
            StandsOn = LibraryDescription.Of(_evidence.Library),
            Model = _model,
            Timings = timings,
        };
    }

    // A citation is announced before the first text that uses its key.
    private IEnumerable<CitationMade> Issue(string text)
    {
        foreach (var item in _evidence.Items.Where(i => !_quotes.ContainsKey(i.Key) && text.Contains($"[{i.Key}]", StringComparison.Ordinal)))
        {
            _quotes[item.Key] = [];
            yield return new CitationMade(new Citation(item.Key, item.Paper.Paper.Paper,
                [.. item.Sentences.Select(s => Quote.Of(item.Paper.Paper.Paper, s.Field, s.Span.Start, s.Span.Length))]));
        }
    }

    private SentenceVerified Settle(DraftPiece.Sentence draft)
    {
        var (sentence, quotes) = AnswerVerifier.Check(draft, _evidence.Items);
        if (sentence.Verdict == SentenceVerdict.Unsupported)
        {
            sentence = sentence with { Dropped = true };
        }
        else
        {
            _text.Append(_pending);
            foreach (var (key, quote) in quotes)
            {
                if (!_quotes.TryGetValue(key, out var list))
                {
                    _quotes[key] = list = [];
                }

                list.Add(quote);
            }
        }

        _pending.Clear();
        _sentences.Add(sentence);
        return new SentenceVerified(sentence);
    }

    private EvidenceItem PaperOf(int key) => _evidence.Items.First(i => i.Key == key);
}
