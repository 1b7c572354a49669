namespace PaperChat.Sources.Records;

/// <summary>What a named value of a JSON or CSV record means.</summary>
internal enum RecordField
{
    None,
    Key,
    Title,
    Abstract,
    AbstractElsewhere,
    Body,
    Authors,
    Year,
    Venue,
    Url,
    Doi,
    Arxiv,
    Categories,
    Keywords,
    Links,
    Listed,
    Kind,
    Upvotes,
    Version,
    Updated,
    Status,
}
