namespace PaperChat.Review;

/// <summary>A word of a text, compounds with hyphens being one word: as it stands, where, its stem, and what it may be in a phrase.</summary>
/// <param name="Stem">The stem of its parts, joined, so that "pre-training" meets "pretraining"; null for words that stand in no phrase.</param>
internal sealed record PhraseWord(string Text, int Start, string? Stem, PhraseWordClass Class)
{
    public int End => Start + Text.Length;
}
