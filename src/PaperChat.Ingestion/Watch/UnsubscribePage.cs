namespace PaperChat.Ingestion.Watch;

/// <summary>What a reader sees who ends a subscription. No text of the subscription is in it: the address may have been passed on.</summary>
internal static class UnsubscribePage
{
    public static string Ask { get; } = Page(
        "End this subscription?",
        "<p>You will get no more digests of it, and the address is deleted.</p><form method=\"post\"><button type=\"submit\">End it</button></form>");

    public static string Done { get; } = Page("The subscription has ended", "<p>The address was deleted. You will get no more digests of it.</p>");

    public static string Unknown { get; } = Page("There is no such subscription", "<p>The address of this page is not complete, or was not made here.</p>");

    private static string Page(string title, string body) =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{title}}</title>
        <style>
        body { font: 16px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; color: #1f2328; max-width: 32rem; margin: 15vh auto; padding: 0 1.25rem; }
        h1 { font-size: 1.4rem; } button { font: inherit; padding: .5rem 1.25rem; border: 1px solid #d0d7de; border-radius: 6px; background: #f6f8fa; cursor: pointer; }
        </style>
        </head>
        <body><h1>{{title}}</h1>{{body}}</body>
        </html>
        """;
}
