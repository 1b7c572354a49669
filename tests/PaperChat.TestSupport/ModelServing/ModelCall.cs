namespace PaperChat.TestSupport.ModelServing;

/// <summary>A call of a function by the scripted model.</summary>
/// <param name="Function">Its name as it was offered.</param>
/// <param name="Arguments">As the model writes them: JSON, or not.</param>
public sealed record ModelCall(string Function, string Arguments);
