using System.Text;
using PaperChat.Papers;
using PaperChat.Qdrant.Points;

namespace PaperChat.Qdrant.Tests.Points;

/// <summary>Ids that stand in collections: were they others in a later version, nothing written before would be found.</summary>
public sealed class PointIdentityTests
{
    // Values of the reference implementation.
    [Theory]
    [InlineData("", 0u)]
    [InlineData("a", 0x3c2569b2u)]
    [InlineData("hello", 0x248bfa47u)]
    [InlineData("hello, world", 0x149bbb7fu)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x2e4ff723u)]
    public void The_id_of_a_term_is_its_Murmur_hash(string term, uint id)
    {
        Assert.Equal(id, TermId.Of(term));
        Assert.Equal(id, TermId.Hash(Encoding.UTF8.GetBytes(term)));
    }

    [Fact]
    public void A_term_of_any_length_and_script_has_an_id()
    {
        Assert.Equal(TermId.Hash(Encoding.UTF8.GetBytes(new string('я', 5_000))), TermId.Of(new string('я', 5_000)));
        Assert.NotEqual(TermId.Of("нейрон"), TermId.Of("нейрона"));
    }

    [Fact]
    public void A_points_id_is_the_same_for_ever_and_another_for_each_chunk()
    {
        var id = PointId.OfChunk(new PaperId("arxiv:2407.01234"), 0);

        Assert.Equal(new Guid("c648f843-d8b6-58c0-8b57-65f9408b48a1"), id);
        Assert.Equal(5, id.Version);
        Assert.Equal(0x8, id.Variant & 0xc);
        Assert.NotEqual(id, PointId.OfChunk(new PaperId("arxiv:2407.01234"), 1));
        Assert.NotEqual(id, PointId.OfChunk(new PaperId("arxiv:2407.01235"), 0));
        Assert.NotEqual(PointId.OfChunk(new PaperId("p#1"), 0), PointId.OfChunk(new PaperId("p"), 10));
    }

    [Fact]
    public void A_long_paper_id_has_a_point()
    {
        Assert.NotEqual(PointId.OfChunk(new PaperId(new string('x', 3_000)), 0), PointId.OfChunk(new PaperId(new string('x', 3_001)), 0));
    }
}
