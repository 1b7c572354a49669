using PaperChat.Ingestion.Commands;

namespace PaperChat.Ingestion.Tests;

public sealed class RejectionOutputTests
{
    [Fact]
    public void A_rejection_names_file_line_and_reason()
    {
        Assert.Equal("a.jsonl:7: It has no title.", RejectionOutput.Describe(new Rejection("a.jsonl", 7, "It has no title.")));
    }

    [Fact]
    public void A_reason_that_begins_with_the_file_does_not_name_it_twice()
    {
        Assert.Equal("a.jsonl holds no papers.", RejectionOutput.Describe(new Rejection("a.jsonl", null, "a.jsonl holds no papers.")));
        Assert.Equal("a.jsonl: It broke off.", RejectionOutput.Describe(new Rejection("a.jsonl", null, "It broke off.")));
    }

    [Fact]
    public void Control_characters_of_names_and_reasons_are_left_out()
    {
        Assert.Equal("a[2J.jsonl:1: bad", RejectionOutput.Describe(new Rejection("a\u001b[2J.jsonl", 1, "b\u0007ad")));
    }
}
