namespace PaperChat.Questions;

/// <summary>What kind of thing a question asks for.</summary>
public enum QuestionKind
{
    /// <summary>A fact that none of the other kinds says more about.</summary>
    Fact = 0,

    /// <summary>A number, size, share, time or count.</summary>
    Number,

    /// <summary>A name: which data set, which model, who.</summary>
    Name,

    /// <summary>How something is done.</summary>
    Method,

    /// <summary>Why, or what for.</summary>
    Reason,

    /// <summary>What something is.</summary>
    Definition,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>Several things side by side.</summary>
    Comparison,

    /// <summary>Which papers there are on a subject.</summary>
    Topic,

    /// <summary>What a paper is about.</summary>
    Overview,
}
