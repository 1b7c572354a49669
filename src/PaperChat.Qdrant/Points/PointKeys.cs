namespace PaperChat.Qdrant.Points;

/// <summary>Names in a collection: vectors, payload keys and the values of <see cref="Type"/>. Changing one needs a new schema version.</summary>
internal static class PointKeys
{
    public const int SchemaVersion = 2;

    // Named vectors.
    public const string Meaning = "meaning";
    public const string Words = "words";

    /// <summary>What a point is, one of the values below.</summary>
    public const string Type = "type";
    public const string PaperType = "paper";
    public const string PassageType = "passage";
    public const string ManifestType = "manifest";
    public const string StateType = "state";
    public const string RunType = "run";

    /// <summary>What is left of a paper's own point until its other points are deleted.</summary>
    public const string GoneType = "gone";

    // Of papers and passages.
    public const string Paper = "paper";
    public const string Chunk = "chunk";
    public const string Title = "title";
    public const string Text = "text";

    /// <summary>Distinct analysed terms with blanks between them, for counts and phrases.</summary>
    public const string Terms = "terms";
    public const string Kind = "kind";
    public const string Year = "year";
    public const string ListedDay = "listed_day";
    public const string Venue = "venue";
    public const string VenueRuns = "venue_runs";
    public const string CategoryKeys = "category_keys";
    public const string Author = "author";
    public const string NameWords = "words";
    public const string Initials = "initials";

    // Of papers alone.
    public const string Abstract = "abstract";
    public const string Body = "body";
    public const string Authors = "authors";
    public const string Url = "url";
    public const string Doi = "doi";
    public const string Arxiv = "arxiv";
    public const string Categories = "categories";
    public const string Listed = "listed";
    public const string Links = "links";
    public const string Upvotes = "upvotes";
    public const string Version = "version";
    public const string Updated = "updated";
    public const string Status = "status";
    public const string Instructions = "instructions";
    public const string Chunks = "chunks";
    public const string Provenance = "provenance";
    public const string Format = "format";
    public const string Location = "location";
    public const string Line = "line";
    public const string Seen = "seen";
    public const string Aliases = "aliases";
    public const string Hash = "hash";
    public const string MatchKeys = "match_keys";

    /// <summary>Of papers that are made of several records, or of one in several versions.</summary>
    public const string Records = "records";

    /// <summary>Of all that the paper's point says: another after every change. What a host read is what it replaces, or it reads again.</summary>
    public const string Revision = "revision";

    /// <summary>Whether the chunks have vectors; false where the model failed.</summary>
    public const string Embedded = "embedded";

    /// <summary>
    /// What is still to be done with the paper's points, and of which revision: see <see cref="Writing.PaperPoints"/>. Only the host that
    /// wrote a revision's points takes its mark away.
    /// </summary>
    public const string Pending = "pending";
    public const string PendingWrite = "write";
    public const string PendingDelete = "delete";
    public const string Moved = "moved";

    // Of the manifest, the state and the runs.
    public const string Schema = "schema";
    public const string Analyzer = "analyzer";
    public const string Model = "model";
    public const string Name = "name";
    public const string Dimension = "dimension";
    public const string Created = "created";
    public const string AverageLength = "average_length";
    public const string Generation = "generation";
    public const string Run = "run";
    public const string Input = "input";
    public const string Started = "started";
    public const string StartedTicks = "started_ticks";
    public const string Finished = "finished";
    public const string Added = "added";
    public const string Changed = "changed";
    public const string Unchanged = "unchanged";
    public const string Rejected = "rejected";
}
