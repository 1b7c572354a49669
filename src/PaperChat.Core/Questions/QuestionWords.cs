using System.Collections.Frozen;

namespace PaperChat.Questions;

/// <summary>Words that belong to asking rather than to what is asked about, and words that every abstract may hold.</summary>
internal static class QuestionWords
{
    private static readonly FrozenSet<string> Asking = Set("""
        paper papers article articles publication publications literature author authors tell show find list give name please said say
        says saying mention mentions describe describes explain overview anybody anyone somebody someone people one
        ones thing things stuff sort sorts kind kinds type types way ways many much lot exactly roughly about approximately actually
        really like want need know question answer interested there here recommend suggest provide some any done doing happen happens happened get gets getting got
        """);

    private static readonly FrozenSet<string> Common = Set("""
        use used uses using method methods approach approaches model models result results propose proposed proposes present presents
        presented introduce introduces introduced based new novel different various several show shows shown find finds found study
        studies work works make makes made take takes taken give gives given compare compared comparison perform performance set go
        goes put keep come comes bring let system systems task tasks problem problems first last good better best well high higher low
        lower large small big long short fast state art recent existing previous time include includes including allow allows enable
        enables provide provides able improve improves improved achieve achieves achieved change changes part parts number amount size
        each both do research
        """);

    /// <summary>Words that are dropped from the terms of a question.</summary>
    public static bool IsAsking(string word) => Asking.Contains(word);

    /// <summary>Words that count for little.</summary>
    public static bool IsCommon(string word) => Common.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
