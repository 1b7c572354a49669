namespace PaperChat.Evaluation;

/// <summary>A sentence with the titles or ids it cites, and whether they bear it out; <see cref="Kind"/> says how it was made.</summary>
public sealed record VerificationCase(string Id, string Sentence, IReadOnlyList<string> Cites, bool IsSupported, string Kind);
