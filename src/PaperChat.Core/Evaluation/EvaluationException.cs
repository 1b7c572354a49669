namespace PaperChat.Evaluation;

/// <summary>An evaluation's file that is missing or wrong; the message names the file and, where there is one, the line.</summary>
public sealed class EvaluationException(string message, Exception? inner = null) : PaperChatException(message, inner);
