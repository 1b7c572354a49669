using PaperChat.Peers.Measuring;

namespace PaperChat.Peers.Tests.Measuring;

public sealed class AnonymousMemoryTests
{
    [Fact]
    public void Kilobytes_of_the_anonymous_part_are_read()
    {
        Assert.Equal(123_456 * 1024, AnonymousMemory.Read(["Name:\tpaperchat", "VmRSS:\t  999999 kB", "RssAnon:\t  123456 kB", "RssFile:\t 1 kB"]));
    }

    [Fact]
    public void A_system_that_does_not_say_gives_nothing()
    {
        Assert.Null(AnonymousMemory.Read(["Name:\tpaperchat"]));
    }
}
