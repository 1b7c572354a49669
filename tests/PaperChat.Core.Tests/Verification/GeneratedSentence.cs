using PaperChat.Papers;

namespace PaperChat.Core.Tests.Verification;

/// <summary>A sentence made by rules from a real paper, with the paper it cites.</summary>
internal sealed record GeneratedSentence(string Kind, string Text, Paper Cited, string Source)
{
    public bool IsSupported => Kind is "verbatim" or "number_format" or "light_paraphrase" or "summary";
}
