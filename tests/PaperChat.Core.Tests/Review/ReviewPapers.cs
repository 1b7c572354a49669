using PaperChat.Papers;

namespace PaperChat.Core.Tests.Review;

/// <summary>Made-up papers on reefs in two themes: counting them by sonar, and growing corals in nurseries.</summary>
internal static class ReviewPapers
{
    public static IReadOnlyList<Paper> All { get; } =
    [
        Of(1, 2020, "EchoReef: Mapping Reefs by Sonar Imaging", "Reef maps are costly, and divers suffer from limited time. We propose EchoReef, which maps reefs by sonar imaging from a small boat. It achieves an accuracy of 91.5% on the ReefBank data set. Code is available at https://example.org/echo."),
        Of(2, 2021, "Sonar Imaging of Reefs at Night", "Reefs at night are difficult for cameras, and few surveys exist. We introduce a sonar imaging protocol for reefs at night. Results show that sonar imaging finds 20% more sponges than cameras. Future work will add colour."),
        Of(3, 2022, "DeepEcho: Reef Sonar Imaging with Learned Filters", "However, sonar imaging of reefs suffers from noise that hides small corals. We present DeepEcho, a reef sonar with learned filters. DeepEcho achieves an accuracy of 93.0% on the ReefBank data set."),
        Of(4, 2021, "Coral Nurseries on Ropes for Reefs", "Damaged reefs recover slowly, which is a problem for fisheries. We propose coral nurseries on ropes that restore reefs. Corals of rope nurseries outperform those of tables, with a survival rate of 84%."),
        Of(5, 2023, "Heat Tolerance in Coral Nurseries of Reefs", "Why corals of some reefs survive heat remains unclear. This paper studies heat tolerance in coral nurseries of three reefs. We find that coral nurseries with shade achieve a survival rate of 71%. How long tolerance lasts remains an open question."),
        Of(6, 2024, "Restoring Reefs from Coral Nurseries by Drone", "Planting corals on reefs by hand is expensive and slow. We present a drone that plants corals from coral nurseries on reefs. The drone plants 300 corals a day, which surpasses divers."),
        Of(7, 2024, "A Note on Reefs", ""),
        Of(8, 2024, "Weather Balloons over Mountains", "Balloons measure wind. We propose lighter balloons."),
    ];

    public static Paper Of(int number, int? year, string title, string text) => new()
    {
        Id = new PaperId(FormattableString.Invariant($"arxiv:2401.{number:D5}")),
        Arxiv = FormattableString.Invariant($"2401.{number:D5}"),
        Title = title,
        Abstract = text,
        Year = year,
        Authors = [$"Ada {(char)('A' + number)}moss"],
    };
}
