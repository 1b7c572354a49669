namespace PaperChat.Sources.Inputs;

/// <summary>Compressed data that grows beyond all measure: a zip bomb, or so like one that it is not worth the difference.</summary>
internal sealed class InputLimitException(string message) : IOException(message);
