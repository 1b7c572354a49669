using PaperChat.Papers;

namespace PaperChat.Review;

/// <summary>A piece of a review's text, whatever the format it is written in.</summary>
public abstract record ReviewBlock
{
    private ReviewBlock()
    {
    }

    /// <summary>A heading; level 1 is the title.</summary>
    public sealed record Heading(int Level, string Text) : ReviewBlock;

    /// <summary>What PaperChat itself says: counts and how to read what follows. It states nothing about the subject.</summary>
    public sealed record Note(string Text) : ReviewBlock;

    /// <summary>Quoted sentences in a row.</summary>
    public sealed record Paragraph(IReadOnlyList<ReviewSentence> Sentences) : ReviewBlock;

    /// <summary>What one paper says, under its title.</summary>
    public sealed record Entry(Paper Paper, IReadOnlyList<ReviewSentence> Sentences) : ReviewBlock;

    /// <summary>A table; every row has as many cells as there are heads.</summary>
    public sealed record Table(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<ReviewCell>> Rows) : ReviewBlock;

    /// <summary>A drawing, by the name of its file.</summary>
    public sealed record Picture(string File, string Caption) : ReviewBlock;
}
