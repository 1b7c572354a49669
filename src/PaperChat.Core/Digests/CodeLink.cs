using PaperChat.Papers;

namespace PaperChat.Digests;

/// <summary>Finds the address of a paper's code among its links: of a place that keeps code, else of one that keeps models.</summary>
internal static class CodeLink
{
    private static readonly string[] Code = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com"];
    private static readonly string[] Models = ["huggingface.co", "modelscope.cn"];

    public static string? Of(Paper paper) => First(paper, Code) ?? First(paper, Models);

    // A place's front page, and a list of papers on it, is nobody's code.
    private static string? First(Paper paper, string[] places) => paper.Links.FirstOrDefault(link =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && places.Any(p => uri.Host.Equals(p, StringComparison.OrdinalIgnoreCase) || uri.Host.Equals("www." + p, StringComparison.OrdinalIgnoreCase))
        && uri.Segments is ["/", not "papers/", _, ..]);
}
