using System.Buffers;
using System.Text.RegularExpressions;

namespace PaperChat.Text;

/// <summary>
/// Finds sentences of a paper's text that try to instruct a language model that reads it: orders to ignore other instructions, words
/// addressed to an assistant or reviewer model, markers of chat formats. A sentence that reports on such attacks gives no orders
/// itself and is not found.
/// </summary>
public static partial class InstructionFinder
{
    // Without one of these there is nothing to find: most texts cost one scan. The short marks have a list of their own: a scan for
    // words of four letters and more stops in vain much less often.
    private static readonly SearchValues<string> TellingWords = SearchValues.Create(
        ["instruct", "prompt", "ignore", "disregard", "forget", "assistant", "language model", "chatbot", "reviewer", "strong accept", "positive review",
            "you are", "you must", "cite", "always say", "always answer", "end of evidence"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> TellingMarks = SearchValues.Create(
        ["<|", "[/inst", "<system", "<user", "</"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> TellingNames = SearchValues.Create(["AI", "LLM", "GPT"], StringComparison.Ordinal);

    // One of these stands in whatever the expression of that name matches. To look for them first costs a tenth of the expression.
    private static readonly SearchValues<string> OverrideWords = SearchValues.Create(
        ["ignore", "disregard", "forget", "override", "bypass", "discard", "stop following"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> AddressedWords = SearchValues.Create(
        ["you", "read", "processing", "summari"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether any sentence is found; cheap for the many texts that hold none of the telling words.</summary>
    public static bool Any(string text) => Find(text).Count > 0;

    /// <summary>The sentences, in order; offsets count in <paramref name="text"/>.</summary>
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MayHold(text) ? [.. SentenceSplitter.Split(text).Where(s => MayHold(text.AsSpan(s.Start, s.Length)) && IsInstruction(s.Of(text)))] : [];
    }

    private static bool MayHold(ReadOnlySpan<char> text) =>
        text.ContainsAny(TellingWords) || text.ContainsAny(TellingNames) || (text.ContainsAny('<', '[') && text.ContainsAny(TellingMarks));

    private static bool IsInstruction(string sentence)
    {
        var text = sentence.AsSpan();
        return (MayHoldChatMarker(text) && ChatMarker().IsMatch(sentence))
            || (text.ContainsAny(OverrideWords) && Override().IsMatch(sentence))
            || AddressedFirst().IsMatch(sentence)
            || (text.ContainsAny(AddressedWords) && Addressed().IsMatch(sentence))
            || Demand().IsMatch(sentence);
    }

    private static bool MayHoldChatMarker(ReadOnlySpan<char> text) =>
        text.IndexOfAny("<[:#") >= 0 || text.Contains("of evidence", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"<\|[a-z_]+\|>|\[/INST\]|^\s*\[INST\]|</?(?:system|assistant|user|evidence|message|instructions?)(?:\s[^>]*)?>|^\W*(?:system|assistant)\s*(?:prompt|message)?\s*:|#{2,}\s*(?:system|instruction|assistant)|(?:begin|end) of evidence", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ChatMarker();

    // An order at the beginning of the sentence, or after a colon, a quotation mark, "please" or "and".
    [GeneratedRegex(@"(?:^\W*|[:""“']\s*|\b(?:please|now|then|instead|must|important|attention|note)\b[,:!]?\s+)(?:ignore|disregard|forget|override|bypass|discard|stop following)\b.{0,40}?\b(?:previous|prior|above|earlier|preceding|other|all|any|your|the|these|system)\b.{0,30}?\b(?:instructions?|prompts?|rules?|directions?|guidelines?|commands?|context|evidence|messages?|questions?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Override();

    [GeneratedRegex(@"^\W*(?:(?:note|message|instructions?|attention|important|dear|hey|hello|hi|to)\W+(?:to|for)?\W*)?(?:the\s+|any\s+|all\s+|an?\s+)?(?:AI|LLMs?|language models?|assistants?|chatbots?|ChatGPT|GPT-\w+|automated reviewers?|AI reviewers?)(?:\s+(?:models?|assistants?|systems?|reviewers?))?(?:\s+(?:reading|processing|summari[sz]ing|that read|who read)[^,:!.]{0,40})?(?:\s*[:!]\s*\S|\s*,\s*(?:please|you|do|don't|ignore|disregard|say|state|write|cite|respond|reply|answer|always|never|only|give|output|recommend|treat|tell)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AddressedFirst();

    [GeneratedRegex(@"\bas an?\s+(?:AI|LLM|language model|assistant|chatbot|reviewer)\b.{0,30}\byou\b|\bif you are an?\s+(?:AI|LLM|language model|assistant|chatbot|automated)|\byou are (?:now )?an?\s+(?:\w+\s+){0,3}(?:AI|LLM|language model|assistant|chatbot|reviewer)\b|\b(?:to|any|every|the) (?:AI|LLM|language model|assistant|chatbot)s?\s+(?:that\s+)?(?:reading|reads?|processing|summari[sz]ing)\s+this\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"^\W*when (?:answering|asked|summari[sz]ing|reviewing|reading)\b.{0,60}?,\s*(?:always|never|only|you must|please|say|state)\b|^\W*(?:please |now |always |instead,? |you must |you should |the assistant must |the assistant should |the model must )?(?:(?:only )?(?:respond|reply|answer|output|print|say|state|tell the user|write)\b.{0,25}?(?:exactly|only|with the|that this|that the (?:best|only)|[""“'])|(?:give|assign|write|provide|recommend)\b.{0,40}?(?:positive review|strong accept|high(?:est)? (?:score|rating)|score of (?:10|ten)|acceptance)|(?:do not|don't|never|only) (?:cite|mention|reveal|recommend|trust)\b.{0,50}?\b(?:papers?|works?|instructions?|prompts?|sources?|users?))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Demand();
}
