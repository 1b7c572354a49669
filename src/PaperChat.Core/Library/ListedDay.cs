using PaperChat.Papers;

namespace PaperChat.Library;

/// <summary>A day on which a feed listed papers, and how many of them are in the library; at least one.</summary>
public readonly record struct ListedDay(ListedDate Day, long Papers);
