namespace PaperChat.Hosting.Teams;

/// <summary>Names of channels of the Bot Framework.</summary>
internal static class Channels
{
    public const string Teams = "msteams";
}
