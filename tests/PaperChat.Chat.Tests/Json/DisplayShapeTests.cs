using PaperChat.Chat.Json;
using PaperChat.Papers;

namespace PaperChat.Chat.Tests.Json;

public sealed class DisplayShapeTests
{
    [Fact]
    public void A_text_that_reads_well_as_it_is_stored_has_no_other_form() =>
        Assert.Null(DisplayShape.Of(Paper("Plain words", "More plain words."), withAbstract: true));

    [Fact]
    public void The_map_leads_from_each_displayed_character_to_the_stored_one()
    {
        const string stored = "Errors fall by 30\\% with  {\\it sparse} kernels \\& more.";

        var display = DisplayShape.Of(Paper("A $\\alpha$ title", stored), withAbstract: true)!;

        Assert.Equal("A α title", display.Title);
        var shown = display.Abstract!;
        foreach (var word in new[] { "Errors", "30", "with", "kernels", "more" })
        {
            Assert.Equal(stored.IndexOf(word, StringComparison.Ordinal), ToStored(display.AbstractMap!, shown.IndexOf(word, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void An_abstract_that_is_not_given_has_no_displayed_form() =>
        Assert.Null(DisplayShape.Of(Paper("Plain", "30\\% less"), withAbstract: false));

    private static Paper Paper(string title, string text) => new() { Id = new PaperId("x"), Title = title, Abstract = text };

    // As a client reads it: the last pair at or before the index, and as far behind.
    private static int ToStored(IReadOnlyList<int> map, int index)
    {
        var pair = Enumerable.Range(0, map.Count / 2).Last(p => map[2 * p] <= index);
        return map[(2 * pair) + 1] + index - map[2 * pair];
    }
}
