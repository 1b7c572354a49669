namespace PaperChat.Verification;

/// <summary>A word of the checked sentence met by one of the cited text; <see cref="Similarity"/> from 0 to 1.</summary>
internal readonly record struct WordMatch(int Sentence, int Word, double Similarity);
