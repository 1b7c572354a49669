namespace PaperChat.Review;

/// <summary>
/// Papers of a review: <see cref="Found"/> by all searches, of these <see cref="Kept"/>, and why the others were left out; what is
/// left of <see cref="Found"/> was beyond the number wanted. With an outline only <see cref="Kept"/> counts.
/// </summary>
public sealed record ReviewCounts(int Found, int Kept, int OffTopic, int WithoutAbstract, int SameWork)
{
    public int BeyondWanted => Found - Kept - OffTopic - WithoutAbstract - SameWork;
}
