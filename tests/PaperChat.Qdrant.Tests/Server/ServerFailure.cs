namespace PaperChat.Qdrant.Tests.Server;

/// <summary>An answer other than success, in the words of the real server.</summary>
internal sealed class ServerFailure(int status, string message) : Exception(message)
{
    public int Status => status;

    public static ServerFailure BadInput(string description) => new(400, $"Wrong input: {description}");

    public static ServerFailure Unindexed(string key, string type) => new(
        400, $"Bad request: Index required but not found for \"{key}\" of one of the following types: [{type}]. Help: Create an index for this key or use a different filter.");
}
