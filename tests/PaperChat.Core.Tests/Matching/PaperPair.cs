using PaperChat.Papers;

namespace PaperChat.Core.Tests.Matching;

/// <summary>Two records, whether they are the same work, and by which rules they were made.</summary>
internal sealed record PaperPair(Paper First, Paper Second, bool IsSame, string Kind);
