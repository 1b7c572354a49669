namespace PaperChat.Evaluation;

/// <summary>A question's confidence (0 to 1), whether it was answered, and whether the answer was right.</summary>
public readonly record struct ScoredOutcome(double Confidence, bool Answered, bool Correct)
{
    public bool AnsweredCorrectly => Answered && Correct;

    internal static ScoredOutcome Of(AnswerRow row) => new(row.Confidence, row.Answered, row.Correct);
}
