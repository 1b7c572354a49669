using PaperChat.Answering;
using PaperChat.Papers;

namespace PaperChat.Chat.Console.Session;

/// <summary>A paper under the number that the screen shows for it, with the passages quoted from it.</summary>
internal sealed record ListedPaper(int Number, Paper Paper, IReadOnlyList<Quote> Quotes);
