using System.Globalization;
using PaperChat.Review;

namespace PaperChat.Chat.Desk;

/// <summary>What a review is at, in the words of every door.</summary>
internal static class ReviewStages
{
    public static string Words(ReviewProgress progress) => progress.Stage switch
    {
        ReviewStage.Searching => "Searching the library",
        ReviewStage.Grouping => "Grouping the papers into themes",
        ReviewStage.Naming => "Naming and ordering the themes",
        _ when progress.Total > 0 => string.Create(CultureInfo.InvariantCulture, $"Writing the sections: {progress.Done} of {progress.Total}"),
        _ => "Writing the sections",
    };
}
