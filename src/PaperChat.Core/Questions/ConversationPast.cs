using PaperChat.Papers;

namespace PaperChat.Questions;

/// <summary>The turns before a question: the last one as it was read, null without any, and the papers it was about, best first.</summary>
internal sealed record ConversationPast(QuestionReading? Last, IReadOnlyList<PaperId> Focus);
