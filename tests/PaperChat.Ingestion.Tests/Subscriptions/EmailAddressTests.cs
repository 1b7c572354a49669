using PaperChat.Hosting;
using PaperChat.Ingestion.Subscriptions;

namespace PaperChat.Ingestion.Tests.Subscriptions;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("reader@example.org")]
    [InlineData("first.last+papers@sub.example.org")]
    public void An_address_stays_as_it_is(string address) => Assert.Equal(address, EmailAddress.Check(address));

    [Theory]
    [InlineData("")]
    [InlineData("reader")]
    [InlineData("@example.org")]
    [InlineData("reader@")]
    [InlineData("Reader <reader@example.org>")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("reader@example.org\r\nBcc: all@example.org")]
    public void What_is_no_single_address_is_refused(string text) => Assert.Throws<UsageException>(() => EmailAddress.Check(text));

    [Fact]
    public void A_redacted_address_tells_neither_name_nor_domain() => Assert.Equal("r…@….org", EmailAddress.Redact("reader@example.org"));
}
