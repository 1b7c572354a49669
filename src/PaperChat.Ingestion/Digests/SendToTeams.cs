namespace PaperChat.Ingestion.Digests;

/// <summary>Says a text in Markdown in the conversation of a key.</summary>
/// <exception cref="PaperChatException">It was not taken; a <see cref="Hosting.Teams.ConnectorException"/> tells whether it ever will be.</exception>
internal delegate Task SendToTeams(string conversation, string markdown, CancellationToken cancellationToken);
