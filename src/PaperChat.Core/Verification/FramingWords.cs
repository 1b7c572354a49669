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
        no not never cannot neither nor without none whereas although though besides still much even whether while despite instead rather
        came come comes took go goes went gone give gives gave get gets got put puts keep keeps kept lie lies lay look looks looked hold holds
        held run runs ran see sees seen saw bring brings brought move moves moved turn turns turned leave leaves let lets led leads lead said say
        says becomes became began begin begins stay stays stands stand belong belongs happen happens done suffices
        one ones another something happens happen happened someone somebody anything everything thing things
        several various many existing current recent extensive however finally first second third main
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
