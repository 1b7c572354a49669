using MimeKit;
using PaperChat.Digests;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Digests;

public sealed class DigestMailTests : IDisposable
{
    private static readonly DateTimeOffset Period = new(2025, 7, 28, 7, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly WatchDatabase _database;
    private readonly DigestMail _mail;

    public DigestMailTests()
    {
        _database = WatchDatabase.Open(_folder.Path);
        _mail = new DigestMail(new MailboxAddress("PaperChat", "papers@example.org"), new Uri("https://papers.example.org/hub/"), UnsubscribeToken.Of(_database));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_message_has_a_text_and_an_HTML_part_that_say_the_same()
    {
        var message = _mail.Write(Reader, Digest(Papers("Mapping coral reefs")));

        Assert.IsType<MultipartAlternative>(message.Body);
        foreach (var text in new[] { message.TextBody, message.HtmlBody })
        {
            Assert.Contains("Mapping coral reefs", text, StringComparison.Ordinal);
            Assert.Contains("We map them.", text, StringComparison.Ordinal);
            Assert.Contains("https://papers.test/1", text, StringComparison.Ordinal);
            Assert.Contains("https://github.com/reefs/map", text, StringComparison.Ordinal);
            Assert.Contains(_mail.UnsubscribeUrl("abc23456"), text, StringComparison.Ordinal);
        }

        Assert.Equal("1 new paper on coral reefs", message.Subject);
        Assert.Equal("reader@example.org", Assert.Single(message.To.Mailboxes).Address);
    }

    [Fact]
    public void A_program_for_mail_can_end_the_subscription_with_one_request()
    {
        var headers = _mail.Write(Reader, Digest(Papers("Reefs"))).Headers;

        Assert.Equal($"<{_mail.UnsubscribeUrl("abc23456")}>", headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        Assert.StartsWith("https://papers.example.org/hub/unsubscribe/abc23456.", _mail.UnsubscribeUrl("abc23456"), StringComparison.Ordinal);
    }

    [Fact]
    public void Made_again_it_is_the_same_message_and_that_of_another_period_is_another()
    {
        var first = _mail.Write(Reader, Digest(Papers("Reefs")));

        Assert.Equal("paperchat.abc23456.20250728T070000Z@example.org", first.MessageId);
        Assert.Equal(first.ToString(), _mail.Write(Reader, Digest(Papers("Reefs"))).ToString());
        Assert.NotEqual(first.MessageId, _mail.Write(Reader, Digest(Papers("Reefs")) with { Period = Period.AddDays(1) }).MessageId);
    }

    [Fact]
    public void Markup_and_line_breaks_of_a_title_stay_text()
    {
        var message = _mail.Write(Reader, Digest(Papers("<script>alert(1)</script> & reefs\r\nBcc: all@example.org\u001b[31m")));

        Assert.DoesNotContain("<script>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; reefs", message.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', message.TextBody!);
        Assert.Null(message.Headers["Bcc"]);
    }

    [Fact]
    public void An_interest_with_line_breaks_makes_no_header()
    {
        var content = new DigestContent(Papers("Reefs").Papers! with { Interest = "reefs\r\nBcc: all@example.org" });

        var message = _mail.Write(Reader, Digest(content));

        Assert.Null(message.Headers["Bcc"]);
        Assert.Empty(message.Bcc);
    }

    [Fact]
    public void What_became_of_an_answer_is_told_with_both_sentences_and_their_papers()
    {
        var before = new KeptSentence("It reaches 81%.", [new KeptCitation("a", "First reefs", "https://papers.test/a", PaperField.Abstract, "It reaches 81%.", PaperStatus.Current)]);
        var now = new KeptSentence("It reaches 65%.", [new KeptCitation("b", "Second reefs", "https://papers.test/b", PaperField.Abstract, "It reaches 65%.", PaperStatus.Current)]);
        var text = _mail.Write(Reader, Digest(new DigestContent(null, "How good is it?", [new AnswerChange(AnswerChangeKind.Contradicted, now, before)]))).TextBody;

        Assert.Contains("Contradicted", text, StringComparison.Ordinal);
        Assert.Contains("Before: “It reaches 81%.” [2]", text, StringComparison.Ordinal);
        Assert.Contains("New: “It reaches 65%.” [1]", text, StringComparison.Ordinal);
        Assert.Contains("[1] Second reefs", text, StringComparison.Ordinal);
        Assert.Contains("[2] First reefs", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_Markdown_shows_digests_with_markup_taken_as_text()
    {
        var path = _folder.File("reefs.md");

        await DigestFile.WriteAsync(path, "abc23456", "coral reefs", [Digest(Papers("[Reefs](javascript:alert(1)) *now*"))], TestContext.Current.CancellationToken);

        Assert.Contains(@"\[Reefs\](javascript:alert(1)) \*now\*", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_Atom_is_a_feed_whose_entries_keep_their_ids()
    {
        var path = _folder.File("reefs.atom");
        async Task<string[]> IdsAsync(params OutgoingDigest[] digests)
        {
            await DigestFile.WriteAsync(path, "abc23456", "coral reefs", digests, TestContext.Current.CancellationToken);
            var feed = System.Xml.Linq.XDocument.Load(path).Root!;
            return [.. feed.Elements(feed.Name.Namespace + "entry").Select(e => e.Element(feed.Name.Namespace + "id")!.Value)];
        }

        var one = await IdsAsync(Digest(Papers("Reefs")));
        var two = await IdsAsync(Digest(Papers("Reefs")) with { Period = Period.AddDays(1) }, Digest(Papers("Reefs")));

        Assert.Equal(one[0], two[1]);
        Assert.NotEqual(two[0], two[1]);
        Assert.StartsWith("urn:uuid:", one[0], StringComparison.Ordinal);
    }

    private static Subscription Reader { get; } = new()
    {
        Id = "abc23456",
        Kind = SubscriptionKind.Interest,
        Text = "coral reefs",
        Cadence = Cadence.Daily,
        Delivery = new Delivery(DeliveryChannel.Email, "reader@example.org"),
        Created = Period,
        Period = Period,
        Told = 0,
    };

    private static DigestContent Papers(string title) => new(new Digest
    {
        Interest = "coral reefs",
        Considered = 5,
        Groups =
        [
            new DigestGroup("",
            [
                new DigestEntry
                {
                    Number = 1, Id = "1", Title = title, Url = "https://papers.test/1", Code = "https://github.com/reefs/map",
                    Quotes = [new DigestQuote("We map them.", PaperField.Abstract, 0, 12)],
                },
            ]),
        ],
    });

    private static OutgoingDigest Digest(DigestContent content) =>
        new() { Subscription = "abc23456", Period = Period, State = DigestState.Waiting, Content = content, Composed = Period, Due = Period };
}
