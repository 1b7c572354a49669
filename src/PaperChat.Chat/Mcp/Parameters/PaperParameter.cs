namespace PaperChat.Chat.Mcp.Parameters;

/// <summary>How tools are told which papers are meant.</summary>
internal static class PaperParameter
{
    public const int Longest = 500;

    public static TextParameter One { get; } = new(
        "paper", "The paper: its id as search_papers gives it (such as arxiv:2401.00001), an arXiv id or DOI alone, its title, or the name of its method.", Longest)
    { IsRequired = true };

    public static TextListParameter Several(int least, int most) => new(
        "papers", "The papers, each by id (such as arxiv:2401.00001), title, or name of its method.", least, most, Longest)
    { IsRequired = true };
}
