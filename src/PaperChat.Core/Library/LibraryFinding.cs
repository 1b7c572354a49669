namespace PaperChat.Library;

/// <summary>Something that a check of a library found wrong: where, what, and whether papers are at risk.</summary>
/// <param name="File">The file's name within the library's folder, or the collection's.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="InCatalogue">True for papers themselves, which nothing can rebuild; false for what is made of them.</param>
public sealed record LibraryFinding(string File, string Message, bool InCatalogue);
