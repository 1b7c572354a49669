using PaperChat.Peers.Engines;

namespace PaperChat.Peers.Tests.Engines;

public sealed class PeerRosterTests
{
    private static readonly Peer Here = new("here", "Here", "here", []);
    private static readonly Peer Missing = new("missing", "Missing", "no-such-program-anywhere", []) { Install = "install it" };

    [Fact]
    public async Task A_peer_that_is_not_installed_is_left_out_with_what_to_install()
    {
        var (present, absent) = await PeerRoster.CheckAsync([Here, Missing], TestContext.Current.CancellationToken);

        Assert.Equal([Here], present);
        Assert.Equal(["Missing was not measured: it is not installed here (install it)."], absent);
    }

    [Fact]
    public void Named_peers_keep_the_order_of_the_roster()
    {
        Assert.Equal([Here, Missing], PeerRoster.Choose([Here, Missing], ["missing", "here"]));
        Assert.Equal([Here, Missing], PeerRoster.Choose([Here, Missing], []));
        Assert.Equal([Missing], PeerRoster.Choose([Here, Missing], ["missing"]));
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_known_ones()
    {
        var error = Assert.Throws<PaperChatException>(() => PeerRoster.Choose([Here, Missing], ["her"]));

        Assert.Equal("There is no engine 'her'; there are here, missing.", error.Message);
    }
}
