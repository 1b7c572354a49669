namespace PaperChat.Sources.Inputs;

/// <summary>
/// What the first bytes are. <see cref="Problem"/> continues a sentence that begins with the input's name. A hopeless input is
/// one that no forced format could read either.
/// </summary>
internal readonly record struct RecognizedFormat(string? Name, string? Problem, bool IsHopeless)
{
    public static RecognizedFormat Of(string name) => new(name, null, false);

    public static RecognizedFormat Unknown(string problem) => new(null, problem, false);

    public static RecognizedFormat Hopeless(string problem) => new(null, problem, true);
}
