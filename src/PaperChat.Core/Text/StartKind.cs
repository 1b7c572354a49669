namespace PaperChat.Text;

/// <summary>Kinds of what can follow a stop.</summary>
internal enum StartKind
{
    /// <summary>Nothing that begins a sentence.</summary>
    None = 0,

    /// <summary>A capital letter, or a letter of a script without case.</summary>
    Upper = 1,

    /// <summary>A small letter.</summary>
    Lower = 2,

    /// <summary>A digit.</summary>
    Number = 3,

    /// <summary>A name with a small first letter: "t-SNE".</summary>
    Name = 4,

    /// <summary>A list number in brackets: "(1)", "(ii)".</summary>
    Numbered = 5,

    /// <summary>LaTeX: a formula or a command.</summary>
    Markup = 6,

    /// <summary>A bullet or a pictogram.</summary>
    Bullet = 7,
}
