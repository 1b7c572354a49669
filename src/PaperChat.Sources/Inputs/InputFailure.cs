namespace PaperChat.Sources.Inputs;

/// <summary>What may go wrong with a file through no fault of the program, and the words for it.</summary>
internal static class InputFailure
{
    /// <summary><see cref="InvalidDataException"/> is what decompression throws; it is no <see cref="IOException"/>.</summary>
    public static bool IsOne(Exception failure) =>
        failure is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException;

    public static string Describe(string location, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"{location} is no longer there. Check the path.",
        UnauthorizedAccessException => $"{location} must not be read by this user. Check its permissions.",
        InputLimitException => $"{location} is refused: {failure.Message}",
        InvalidDataException => $"{location} is damaged or cut off: its compressed data ends too early or does not decompress. Get the file again.",
        _ => $"{location} cannot be read: {failure.Message}",
    };
}
