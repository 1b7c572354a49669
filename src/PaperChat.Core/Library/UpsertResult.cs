using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>The id under which the entry is (or stays) in the library, and what was done.</summary>
public readonly record struct UpsertResult(PaperId Id, UpsertOutcome Outcome);
