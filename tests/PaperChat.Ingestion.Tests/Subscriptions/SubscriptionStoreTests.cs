using System.Text;
using PaperChat.Digests;
using PaperChat.Ingestion.Digests;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Subscriptions;

public sealed class SubscriptionStoreTests : IDisposable
{
    private static readonly DateTimeOffset Now = new TestTime().GetUtcNow();

    private readonly TemporaryFolder _folder = new();

    private static Subscription Kept { get; } = new()
    {
        Id = "abc23456",
        Kind = SubscriptionKind.Question,
        Text = "How many corals are there?",
        Likes = ["arxiv:2501.00001"],
        Cadence = Cadence.Weekly,
        Limit = 7,
        Trending = true,
        Delivery = new Delivery(DeliveryChannel.Email, "reader@example.org"),
        Created = Now,
        Period = Now,
        Told = 3,
        Kept = new KeptAnswer(true, [new KeptSentence("Many.", [new KeptCitation("a", "Corals", "https://a.test/", PaperField.Abstract, "Many.", PaperStatus.Current)])]),
        Asked = 12,
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_subscription_is_read_back_as_it_was_added()
    {
        using var database = WatchDatabase.Open(_folder.Path);
        new SubscriptionStore(database).Add(Kept);

        Assert.Equivalent(Kept, new SubscriptionStore(database).Find("abc23456"), strict: true);
    }

    [Fact]
    public void With_a_subscription_its_address_and_its_digests_leave_the_file()
    {
        using (var database = WatchDatabase.Open(_folder.Path))
        {
            var store = new SubscriptionStore(database);
            store.Add(Kept);
            new Outbox(database).Add(Kept, new DigestContent(null, Kept.Text, []), Now);
            Assert.Contains("reader@example.org", Bytes(), StringComparison.Ordinal);

            Assert.True(store.Remove("abc23456"));
            Assert.False(store.Remove("abc23456"));

            Assert.Empty(new Outbox(database).Due(Now.AddDays(1)));
        }

        Assert.DoesNotContain("reader@example.org", Bytes(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_fails_changes_nothing()
    {
        using var database = WatchDatabase.Open(_folder.Path);
        var store = new SubscriptionStore(database);
        store.Add(Kept);

        Assert.Throws<PaperChatException>(() => store.Add(Kept));

        Assert.Single(store.List());
    }

    private string Bytes() => string.Concat(Directory.EnumerateFiles(_folder.Path).Select(f =>
    {
        using var stream = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Encoding.UTF8.GetString(copy.ToArray());
    }));
}
