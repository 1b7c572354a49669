namespace PaperChat.Hosting;

/// <summary>How many papers of a library its copy holds with the same content, with another, and not at all.</summary>
public readonly record struct CopyCheck(long Same, long Different, long Missing)
{
    public bool Holds => Different == 0 && Missing == 0;
}
