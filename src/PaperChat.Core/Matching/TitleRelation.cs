namespace PaperChat.Matching;

/// <summary>How the titles of two records stand to each other.</summary>
internal enum TitleRelation
{
    /// <summary>No word of it says more than that they differ.</summary>
    Different,

    /// <summary>The same letters.</summary>
    Equal,

    /// <summary>One is the other without its subtitle, or without the name before it.</summary>
    SubtitleCut,

    /// <summary>One ends where a list cut it off.</summary>
    Cut,

    /// <summary>One is the beginning of the other, as a whole title.</summary>
    Beginning,

    /// <summary>The same words but for their spelling, endings and small words.</summary>
    Spelling,

    /// <summary>Most words are the same.</summary>
    Reworded,

    /// <summary>They say that they are different works: parts, numbers, a reply or an erratum.</summary>
    Contradicting,
}
