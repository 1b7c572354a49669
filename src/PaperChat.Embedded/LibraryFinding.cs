namespace PaperChat.Embedded;

/// <summary>Something that <see cref="EmbeddedLibraryMaintenance.VerifyAsync"/> found wrong: in which file, what, and whether papers are at risk.</summary>
/// <param name="File">The file's name within the library's folder.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
/// <param name="InCatalogue">True for the catalogue, which nothing can rebuild; false for the index, which <c>compact</c> makes anew.</param>
public sealed record LibraryFinding(string File, string Message, bool InCatalogue);
