using PaperChat.Library;

namespace PaperChat.Chat.Json;

/// <summary>What <c>library verify --json</c> writes: whether the library is sound, and what is not.</summary>
internal sealed record VerifiedShape(string Library, bool Sound, IReadOnlyList<LibraryFinding> Findings);
