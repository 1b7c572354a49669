namespace PaperChat.Hosting;

/// <summary>Where the library with the new vectors is: in its place, or in another collection.</summary>
/// <param name="Location">The folder, or the address of the collection.</param>
/// <param name="NewCollection">The collection that was made for it; null where it is in its place.</param>
public sealed record ReembeddedLibrary(string Location, string? NewCollection);
