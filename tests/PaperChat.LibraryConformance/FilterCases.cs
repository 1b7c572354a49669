using PaperChat.Library;
using PaperChat.Papers;

namespace PaperChat.LibraryConformance;

/// <summary>Filters that every library is tried with, and papers made for them. A name with "nothing" must match nothing.</summary>
public static class FilterCases
{
    public static IReadOnlyList<Paper> Papers { get; } =
    [
        Make("f1") with { Venue = "ICLR 2024", Authors = ["Émilie du Châtelet", "Ada K. Byron"], Categories = ["cs.CL", "cs.LG"], Year = 2024 },
        Make("f2") with { Venue = "Proceedings of the ICLR", Authors = ["A. Byron"], Categories = ["cs"], Year = 2023 },
        Make("f3") with { Venue = "Workshop at ACL", Authors = ["Byron Ada-Grace", "Li Wei"], Categories = ["CS.cl"], Year = 1000 },
        Make("f4") with { Venue = "", Authors = [""], Categories = ["csx", "Graph theory"], Listed = new ListedDate(2025, 7, 28) },
        Make("f5") with { Authors = ["Ольга Иванова"], Listed = new ListedDate(null, 7, 28) },
        Make("f6") with { Authors = ["𝒳𝒴 Zu"], Listed = new ListedDate(2024, 12, 31), Kind = PaperKind.Summary },
        Make("f7"),
    ];

    public static IReadOnlyDictionary<string, SearchFilters> All { get; } = new Dictionary<string, SearchFilters>
    {
        ["none"] = new(),
        ["one year"] = new() { Year = new YearRange(2024, 2024) },
        ["years from"] = new() { Year = new YearRange(2023, null) },
        ["years to"] = new() { Year = new YearRange(null, 2018) },
        ["nothing in that year"] = new() { Year = new YearRange(1500, 1501) },
        ["venue word"] = new() { Venue = "iclr" },
        ["venue words in a row"] = new() { Venue = "iclr 2024" },
        ["nothing at that venue"] = new() { Venue = "2024 iclr" },
        ["nothing for an empty venue"] = new() { Venue = "" },
        ["author"] = new() { Author = "Ada Byron" },
        ["author by last name"] = new() { Author = "byron" },
        ["author with accents left out"] = new() { Author = "emilie chatelet" },
        ["author by initial"] = new() { Author = "a byron" },
        ["author in another script"] = new() { Author = "иванова" },
        ["author beyond the basic plane"] = new() { Author = "𝒳𝒴" },
        ["nothing by that author"] = new() { Author = "Ada Lovelace-Unknown" },
        ["nothing for an empty author"] = new() { Author = " " },
        ["category"] = new() { Category = "cs.CL" },
        ["category with its children"] = new() { Category = "CS" },
        ["category of words"] = new() { Category = "graph theory" },
        ["nothing in that category"] = new() { Category = "c" },
        ["listed from"] = new() { ListedFrom = new ListedDate(2025, 6, 1) },
        ["listed to"] = new() { ListedTo = new ListedDate(2024, 12, 31) },
        ["listed on a day"] = new() { ListedFrom = new ListedDate(2025, 7, 28), ListedTo = new ListedDate(2025, 7, 28) },
        ["listed on a day without a year"] = new() { ListedFrom = new ListedDate(null, 7, 28), ListedTo = new ListedDate(null, 7, 28) },
        ["papers"] = new() { Papers = [new("f3"), new("f7"), new("unknown")] },
        ["nothing of no papers"] = new() { Papers = [] },
        ["papers and year"] = new() { Papers = [new("f1"), new("f2"), new("f7")], Year = new YearRange(2023, 2023) },
        ["all at once"] = new() { Year = new YearRange(2020, 2024), Venue = "ICLR", Author = "Byron", Category = "cs.LG", Papers = [new("f1"), new("f2")] },
        ["nothing of all at once"] = new() { Year = new YearRange(2020, 2023), Venue = "ICLR", Author = "Byron", Category = "cs.LG" },
    };

    public static TheoryData<string> Names => [.. All.Keys];

    private static Paper Make(string id) => new() { Id = new PaperId(id), Title = $"Filter case {id}", Abstract = "A text of its own." };
}
