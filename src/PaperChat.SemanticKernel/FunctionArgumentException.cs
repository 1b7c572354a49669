namespace PaperChat.SemanticKernel;

/// <summary>A model called a function with an argument that means nothing; the message tells the model what to do.</summary>
internal sealed class FunctionArgumentException(string message) : PaperChatException(message);
