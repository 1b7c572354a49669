using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;
using PaperChat.TestSupport;

namespace PaperChat.Ingestion.Tests.Subscriptions;

public sealed class UnsubscribeTokenTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_token_names_its_subscription_also_after_a_restart()
    {
        string token;
        using (var database = WatchDatabase.Open(_folder.Path))
        {
            token = UnsubscribeToken.Of(database).Make("abc23456");
        }

        using var later = WatchDatabase.Open(_folder.Path);
        Assert.Equal("abc23456", UnsubscribeToken.Of(later).Read(token));
    }

    [Fact]
    public void A_token_that_was_changed_in_any_place_names_nothing()
    {
        using var database = WatchDatabase.Open(_folder.Path);
        var tokens = UnsubscribeToken.Of(database);
        var token = tokens.Make("abc23456");

        for (var i = 0; i < token.Length; i++)
        {
            Assert.Null(tokens.Read(token[..i] + (token[i] == 'x' ? 'y' : 'x') + token[(i + 1)..]));
        }

        Assert.Null(tokens.Read(""));
        Assert.Null(tokens.Read("abc23456"));
        Assert.Null(tokens.Read(token + "x"));
    }

    [Fact]
    public void A_token_of_another_library_names_nothing()
    {
        using var database = WatchDatabase.Open(_folder.File("one"));
        using var other = WatchDatabase.Open(_folder.File("other"));

        Assert.Null(UnsubscribeToken.Of(other).Read(UnsubscribeToken.Of(database).Make("abc23456")));
    }
}
