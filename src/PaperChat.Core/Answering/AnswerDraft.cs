using System.Diagnostics.CodeAnalysis;
using System.Text;
using PaperChat.Evidence;
using PaperChat.Retrieval;

namespace PaperChat.Answering;

/// <summary>One answer in the making: turns a writer's pieces into events and keeps what the finished answer is made of.</summary>
internal sealed class AnswerDraft
{
    /// <summary>Stands where the keys of a sentence end that is shown although no source supports it.</summary>
    public const string UnsupportedMark = "[unsupported]";

    private readonly Question _question;
    private EvidenceSet _evidence;
    private AnswerVerifier _verifier;
    private readonly List<AnswerSentence> _sentences = [];
    private readonly SortedDictionary<int, List<Quote>> _quotes = [];
    private readonly StringBuilder _text = new();

    // Text since the last finished sentence; it never joins the answer by itself.
    private readonly StringBuilder _pending = new();
    private string? _lineBreak;
    private AnswerMode _mode;
    private ModelUse? _model;
    private AnswerFallback? _fallback;
    private string? _cutOff;
    private IReadOnlyList<RetrievedPaper> _retrieved;
    private bool _isAnnounced;

    // A piece came that a reader may have seen.
    private bool _hasBegun;

    // The writer said that the evidence does not answer the question.
    private bool _declined;

    public AnswerDraft(Question question, EvidenceSet evidence, AnswerMode mode)
    {
        _question = question;
        _evidence = evidence;
        _mode = mode;
        Stand(evidence);
    }

    public EvidenceSet Evidence => _evidence;

    /// <summary>How long it took until the evidence was announced.</summary>
    public TimeSpan RetrieveTime { get; private set; }

    public string? UnderstoodAs { get; init; }

    public DeepUse? Deep { get; set; }

    /// <summary>What calls before the writer's took.</summary>
    public ModelSpend? Spend { get; init; }

    private bool Holds => _sentences.Any(s => s.Verdict != SentenceVerdict.Unsupported);

    /// <summary>Announces the evidence, once, whatever comes later.</summary>
    public IEnumerable<AnswerEvent> Announce(TimeSpan retrieveTime)
    {
        if (!_isAnnounced)
        {
            _isAnnounced = true;
            RetrieveTime = retrieveTime;
            yield return new EvidenceFound(_retrieved, retrieveTime);
        }
    }

    public IEnumerable<AnswerEvent> Take(DraftPiece piece)
    {
        switch (piece)
        {
            case DraftPiece.Progress progress:
                yield return new AnswerProgress(progress.Value);
                break;
            case DraftPiece.Gathered gathered:
                Stand(gathered.Evidence);
                Deep = gathered.Use;
                break;
            case DraftPiece.Model model:
                _model = model.Use;
                break;
            case DraftPiece.NoAnswer:
                _declined = true;
                break;
            case DraftPiece.CutOff cut:
                _cutOff = cut.Reason;
                break;
            case DraftPiece.Text text:
                foreach (var made in Issue(text.Value))
                {
                    yield return made;
                }

                _pending.Append(text.Value);
                _hasBegun = true;
                yield return new AnswerTextAdded(text.Value);
                break;
            case DraftPiece.Sentence sentence:
                foreach (var made in Issue(CitedSentence.Join("", sentence.Keys)))
                {
                    yield return made;
                }

                yield return Settle(sentence);
                break;
        }
    }

    /// <summary>True when the papers' own sentences are to follow.</summary>
    public bool HasFallenBack => _fallback is not null;

    /// <summary>
    /// The writer has ended. What it failed in after its first text stays as far as it holds; where it failed before, or nothing holds,
    /// the answer falls back.
    /// </summary>
    public IEnumerable<AnswerEvent> End(PaperChatException? failure)
    {
        if (failure is not null && _hasBegun)
        {
            _cutOff = DraftReader.CodeOf(failure);
        }

        // Text that no sentence settled is no part of the answer.
        if (_pending.Length > 0)
        {
            _pending.Clear();
            yield return new PendingTextWithdrawn();
        }

        if (_mode == AnswerMode.Extractive || Holds || (_declined && failure is null) || _evidence.Refusal is not null)
        {
            yield break;
        }

        yield return FallBack(failure is not null
            ? new AnswerFallback(DraftReader.CodeOf(failure), failure.Message)
            : new AnswerFallback("unsupported", "Nothing that the model wrote is borne out by the papers it cited."));
    }

    // Starts again with the papers' own sentences; what was written and checked stays in the list of sentences, taken out.
    private AnswerFellBack FallBack(AnswerFallback fallback)
    {
        for (var i = 0; i < _sentences.Count; i++)
        {
            _sentences[i] = _sentences[i] with { Dropped = true };
        }

        _text.Clear();
        _mode = AnswerMode.Extractive;
        _fallback = fallback;
        return new AnswerFellBack(fallback);
    }

    public Answer Finish(TimeSpan total)
    {
        var answered = _evidence.Refusal is null && Holds;
        var refusal = _evidence.Library.Papers == 0 ? "empty-library" : _evidence.Refusal ?? (_declined ? "not-stated" : "unsupported");
        return new Answer
        {
            Question = _question.Text,
            Answered = answered,
            Mode = _mode,
            Complete = _cutOff is null,
            Reason = answered ? _cutOff : refusal,
            Text = answered ? _text.ToString().Trim() : Refusals.Text(_declined ? _evidence with { Refusal = "no-evidence" } : _evidence),
            Confidence = Math.Round(_evidence.Confidence, 4),
            Sentences = _sentences,
            Citations = [.. _quotes.Where(q => q.Value.Count > 0).Select(q => new Citation(q.Key, PaperOf(q.Key).Paper.Paper.Paper, [.. q.Value.Distinct()]))],
            Retrieved = _retrieved,
            Closest = answered ? [] : [.. _retrieved.Take(Refusals.Closest).Select(r => r.Paper.Id)],
            StandsOn = LibraryDescription.Of(_evidence.Library),
            UnderstoodAs = UnderstoodAs,
            Model = Spend is null ? _model : _model?.After(Spend.Use),
            Deep = Deep,
            Fallback = _fallback,
            Timings = new AnswerTimings(RetrieveTime, total - RetrieveTime, total),
        };
    }

    [MemberNotNull(nameof(_evidence), nameof(_verifier), nameof(_retrieved))]
    private void Stand(EvidenceSet evidence)
    {
        _evidence = evidence;
        _verifier = new AnswerVerifier(evidence.Items);
        _retrieved = [.. evidence.Ranking.Papers.Take(AnswerPipeline.Reported).Select((p, i) => new RetrievedPaper(i + 1, p.Paper.Paper, p.Score))];
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
        var sentence = _verifier.Check(draft);
        sentence = sentence with { Dropped = sentence.Verdict == SentenceVerdict.Unsupported && !_question.ShowUnsupported };
        if (sentence.Dropped && draft.Before.Contains('\n', StringComparison.Ordinal))
        {
            _lineBreak = draft.Before;
        }

        var text = sentence.Dropped ? "" : draft.Quotes.Count > 0 ? _pending.ToString() : Written(Separator(draft), sentence);
        foreach (var (key, quote) in sentence.Quotes)
        {
            if (!_quotes.TryGetValue(key, out var list))
            {
                _quotes[key] = list = [];
            }

            list.Add(quote);
        }

        // What stands between two sentences has no place before the first one.
        text = _text.Length == 0 ? text.TrimStart() : text;
        _text.Append(text);
        _pending.Clear();
        _pending.Append(draft.After);
        _sentences.Add(sentence);
        return new SentenceVerified(sentence, text) { Pending = draft.After };
    }

    // The line break before a sentence that is taken out belongs to the next one, or a list would lose its lines.
    private string Separator(DraftPiece.Sentence draft)
    {
        var separator = _lineBreak is { } carried && !draft.Before.Contains('\n', StringComparison.Ordinal) ? carried : draft.Before;
        _lineBreak = null;
        return separator;
    }

    // A written sentence is put together again, so that only keys that hold stand in it.
    private static string Written(string before, AnswerSentence sentence) => before
        + (sentence.Verdict == SentenceVerdict.Unsupported
            ? CitedSentence.Join(sentence.Text, sentence.Citations, UnsupportedMark)
            : CitedSentence.Join(sentence.Text, sentence.Citations));

    private EvidenceItem PaperOf(int key) => _evidence.Items.First(i => i.Key == key);
}
