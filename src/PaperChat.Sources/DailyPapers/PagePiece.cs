namespace PaperChat.Sources.DailyPapers;

/// <summary>
/// A stretch of the page that belongs together: one line, or the lines of a wrapped abstract. <see cref="Problem"/> says why its
/// text cannot be taken (it still has its place on the page).
/// </summary>
internal sealed record PagePiece(string Text, bool IsLong, long Line, string? Problem)
{
    public PagePiece FollowedBy(PagePiece next) =>
        new(Text + '\n' + next.Text, IsLong: true, Line, Problem ?? next.Problem);
}
