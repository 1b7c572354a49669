namespace PaperChat.Answering;

/// <summary>Who wrote an answer's sentences: the papers themselves, or a chat model.</summary>
public enum AnswerMode
{
    Extractive = 0,
    Model = 1,
}
