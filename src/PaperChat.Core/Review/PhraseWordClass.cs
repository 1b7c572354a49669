namespace PaperChat.Review;

/// <summary>What a word may be in a noun phrase.</summary>
internal enum PhraseWordClass
{
    /// <summary>It may stand anywhere in a phrase, at its end too.</summary>
    Noun,

    /// <summary>Adjectives and participles: anywhere but at the end.</summary>
    Modifier,

    /// <summary>A or another: a phrase begins behind it, but does not stand by itself.</summary>
    Article,

    /// <summary>The, our, these and prepositions: a phrase begins behind it or ends before it.</summary>
    Edge,

    /// <summary>And, or: what stands before it may be an adjective.</summary>
    Conjunction,

    /// <summary>Forms of to be: what stands behind them is often no noun.</summary>
    Copula,

    /// <summary>Verbs, and the words between verb and noun: a phrase ends before it.</summary>
    Verb,

    /// <summary>Adverbs, pronouns and the rest: no part of any phrase.</summary>
    Other,
}
