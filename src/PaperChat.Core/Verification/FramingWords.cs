namespace PaperChat.Verification;

/// <summary>Words that introduce what a paper says without saying it: "the authors propose a method that".</summary>
internal static class FramingWords
{
    private static readonly HashSet<string> Words = new(
        """
        author authors paper papers work works study studies studied researcher researchers approach approaches method methods article
        propose proposes proposed introduce introduces introduced present presents presented show shows showed shown demonstrate
        demonstrates demonstrated find finds found note notes noted argue argues argued report reports reported describe describes
        described use uses used using based called named known also instead furthermore moreover thus therefore hence additionally
        specifically according via et al respectively namely well order way ways way make makes made become becomes becoming result
        results resulting e g i one two given new novel thereby investigate investigates investigated explore explores explored examine
        examines examined offer offers offered provide provides provided develop develops developed yield yields yielded overall take takes
        taken aim aims consist consists include includes including type types kind kinds form forms particular experiment experiments
        experimental observe observes observed claim claims claimed consider considers considered relative compare compared different
        several various many existing current recent extensive however finally first second third main key
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
