using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperChat.Sources.Feeds;

/// <summary>
/// Addresses of pages that people copy from their browser, and what their services offer programs instead: Daily Papers of Hugging
/// Face (<c>/papers</c>, <c>/papers/date/2025-07-28</c>, <c>/papers/week/2025-W31</c>, <c>/papers/trending</c>) and papers of arXiv.
/// </summary>
internal static partial class WebAddress
{
    public static bool IsOne(string input, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        return (input.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || input.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            && Uri.TryCreate(input, UriKind.Absolute, out address);
    }

    /// <summary>The id of the arXiv paper that a page of arXiv or Hugging Face shows; null for another page.</summary>
    public static string? ArxivIdOf(Uri address) => address.Host switch
    {
        "arxiv.org" or "www.arxiv.org" or "export.arxiv.org" => Id(ArxivPage().Match(address.AbsolutePath)),
        "huggingface.co" => Id(PaperPage().Match(address.AbsolutePath)),
        _ => null,
    };

    /// <summary>The Daily Papers that a page of Hugging Face lists; null for another page.</summary>
    /// <param name="address">The page.</param>
    /// <param name="today">The day whose list <c>/papers</c> shows.</param>
    public static DailyPapersQuery? DailyPapersOf(Uri address, DateOnly today)
    {
        if (address.Host != "huggingface.co" || DailyPage().Match(address.AbsolutePath) is not { Success: true } page)
        {
            return null;
        }

        if (page.Groups["week"].Success)
        {
            return new DailyPapersQuery { Week = page.Groups["week"].Value };
        }

        if (page.Groups["trending"].Success)
        {
            return new DailyPapersQuery { Trending = true };
        }

        var day = today;
        return !page.Groups["date"].Success || DateOnly.TryParseExact(page.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? new DailyPapersQuery { From = day, To = day }
            : null;
    }

    private static string? Id(Match match) => match.Success ? match.Groups["id"].Value : null;

    [GeneratedRegex(@"^/(abs|pdf|html)/(?<id>([a-z-]+(\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(v\d{1,3})?)(\.pdf)?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex ArxivPage();

    [GeneratedRegex(@"^/papers/(?<id>\d{4}\.\d{4,5})/?$", RegexOptions.CultureInvariant)]
    private static partial Regex PaperPage();

    [GeneratedRegex(@"^/papers(/date/(?<date>\d{4}-\d\d-\d\d)|/week/(?<week>\d{4}-W\d\d)|/(?<trending>trending))?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex DailyPage();
}
