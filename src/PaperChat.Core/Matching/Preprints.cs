namespace PaperChat.Matching;

/// <summary>Tells servers of preprints from places where papers are printed.</summary>
internal static class Preprints
{
    private static readonly string[] Names = ["arxiv", "corr", "biorxiv", "medrxiv", "ssrn", "preprint", "openreview", "hugging face", "zenodo", "hal "];

    // By the prefix of their DOIs (https://www.crossref.org/members-listing). Their works are printed under another DOI, and each version
    // may have one.
    private static readonly HashSet<string> Registrants =
    [
        "10.48550", "10.1101", "10.64898", "10.2139", "10.20944", "10.21203", "10.31234", "10.31219", "10.26434", "10.36227", "10.22541",
        "10.5281", "10.13140", "10.32388", "10.35542", "10.31224", "10.31223", "10.33774", "10.14293", "10.12688",
    ];

    public static bool IsVenue(string venue) => Array.Exists(Names, n => venue.Contains(n, StringComparison.OrdinalIgnoreCase));

    public static bool IsDoi(string doi) => IsRegistrant(RegistrantOf(doi));

    public static bool IsRegistrant(ReadOnlySpan<char> registrant) => Registrants.GetAlternateLookup<ReadOnlySpan<char>>().Contains(registrant);

    public static ReadOnlySpan<char> RegistrantOf(string doi) => doi.IndexOf('/') is var slash and > 0 ? doi.AsSpan(0, slash) : doi;
}
