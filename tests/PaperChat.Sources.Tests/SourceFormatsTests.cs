using System.Reflection;
using PaperChat.Merging;

namespace PaperChat.Sources.Tests;

public sealed class SourceFormatsTests
{
    public static TheoryData<string> Names =>
        [.. typeof(SourceFormats).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_format_is_offered_and_its_records_have_a_place_in_the_order_of_sources(string name)
    {
        Assert.Contains(name, SourceFormats.All);
        Assert.True(RecordOrigins.Knows(name), $"RecordOrigins does not know {name}.");
    }

    [Fact]
    public void A_name_that_is_no_format_has_no_place() => Assert.False(RecordOrigins.Knows("parchment"));
}
