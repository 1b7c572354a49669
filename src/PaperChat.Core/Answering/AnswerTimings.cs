namespace PaperChat.Answering;

public sealed record AnswerTimings(TimeSpan Retrieve, TimeSpan Answer, TimeSpan Total);
