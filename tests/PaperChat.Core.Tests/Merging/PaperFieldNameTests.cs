using PaperChat.Merging;
using PaperChat.Papers;
using PaperChat.TestSupport;

namespace PaperChat.Core.Tests.Merging;

public sealed class PaperFieldNameTests
{
    [Fact]
    public void No_property_of_a_paper_but_its_id_is_forgotten()
    {
        var names = typeof(Paper).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Except(["Id"]).Order(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(names, PaperFieldName.All.Select(f => f.Name).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Each_field_writes_what_it_reads()
    {
        var paper = Records.Merge(Records.All) with { Body = "b", Status = PaperStatus.Retracted, HoldsInstructions = true, Kind = PaperKind.Document };
        var empty = new Paper { Id = paper.Id, Title = "" };

        var copy = PaperFieldName.All.Aggregate(empty, (to, field) => field.Write(to, field.Read(paper)));

        Assert.Equal(CanonicalForm.Of(paper), CanonicalForm.Of(copy));
        Assert.DoesNotContain(PaperFieldName.All, f => f.IsSame(paper, empty));
    }
}
