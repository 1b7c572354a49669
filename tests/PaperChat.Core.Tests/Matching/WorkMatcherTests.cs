using PaperChat.Matching;
using PaperChat.Papers;

namespace PaperChat.Core.Tests.Matching;

public sealed class WorkMatcherTests
{
    private const string Text =
        "Rain falls on roofs in patterns that nobody has counted with care. We count the drops on twelve roofs over a year and fit a model "
        + "of their arrival to the counts. The model needs three parameters and explains most of the variance on other roofs.";

    private static readonly Paper Rain = new()
    {
        Id = new PaperId("arxiv:2401.00001"),
        Arxiv = "2401.00001",
        Title = "DropNet: Modelling the Arrival of Rain on Roofs",
        Abstract = Text,
        Authors = ["Ada Byron", "Émile du Châtelet", "Jo Q. Public"],
        Year = 2024,
    };

    private static Paper Other => new() { Id = new PaperId("x:1"), Title = Rain.Title, Abstract = "", Authors = Rain.Authors, Year = 2024 };

    [Theory]
    [InlineData("DROPNET: modelling the arrival of rain on roofs.")]
    [InlineData("{D}rop{N}et: {M}odelling the {A}rrival of {R}ain on {R}oofs")]
    [InlineData("DropNet \u2013 Modelling the Arrival of Rain on Roofs (Extended Version)")]
    [InlineData("DropNet: Modelling the Arrival of Rain...")]
    [InlineData("DropNet: Modelling the Arriv\u2026")]
    [InlineData("DropNet: Modelling the Arrival of Ra")]
    [InlineData("Modelling the Arrival of Rain on Roofs")]
    [InlineData("DropNet")]
    [InlineData("DropNet: Modeling the Arrival of Rain on Roofs")]
    [InlineData("DropNet: Modelling the Arrvial of Rain on a Roof")]
    [InlineData("RETRACTED: DropNet: Modelling the Arrival of Rain on Roofs")]
    public void One_title_in_other_words_by_the_same_authors_is_one_work(string title) => AssertSame(true, Rain, Other with { Title = title });

    [Theory]
    [InlineData("DropNet: Modelling the Arrival of Rain on Roofs, Part II")]
    [InlineData("DropNet 2: Modelling the Arrival of Rain on Roofs")]
    [InlineData("Reply to: DropNet: Modelling the Arrival of Rain on Roofs")]
    [InlineData("Comment on \"DropNet: Modelling the Arrival of Rain on Roofs\"")]
    [InlineData("Erratum: DropNet: Modelling the Arrival of Rain on Roofs")]
    [InlineData("[Re] DropNet: Modelling the Arrival of Rain on Roofs")]
    [InlineData("DropNet: Modelling the Arrival of Hail on Roofs")]
    public void A_title_that_names_another_work_is_another_work(string title) => AssertSame(false, Rain, Other with { Title = title });

    [Theory]
    [InlineData("Byron, Ada")]
    [InlineData("A. Byron")]
    [InlineData("Byron A")]
    [InlineData("ADA BYRON|et al.")]
    [InlineData("Jo Public|E. du Chatelet")]
    [InlineData("Jo Public and {\\'E}mile du Ch{\\^a}telet")]
    public void Names_count_in_every_form(string authors) => AssertSame(true, Rain, Other with { Authors = authors.Split('|') });

    [Fact]
    public void The_same_title_by_others_is_another_work_unless_the_abstract_is_the_same()
    {
        AssertSame(false, Rain, Other with { Authors = ["Mary Somerville", "Wei Zhang"] });
        AssertSame(true, Rain, Other with { Authors = ["Mary Somerville"], Abstract = Text });
    }

    [Fact]
    public void Without_authors_a_title_of_its_own_is_enough_and_a_general_one_is_not()
    {
        AssertSame(true, Rain, Other with { Authors = [], Year = null });
        AssertSame(false, Rain with { Title = "Introduction" }, Other with { Title = "Introduction", Authors = [] });
    }

    [Fact]
    public void Ids_decide_before_all_else()
    {
        AssertSame(false, Rain, Rain with { Arxiv = "2401.00002" });
        AssertSame(true, Rain, Other with { Title = "Something else", Arxiv = "2401.00001", Authors = [] });
        AssertSame(false, Other with { Doi = "10.1109/a.1" }, Other with { Doi = "10.1109/a.2" });
        AssertSame(true, Other with { Doi = "10.1109/a.1" }, Other with { Doi = "10.1101/2024.01.01.1" });
        AssertSame(true, Other with { Doi = "10.21203/rs.3.rs-1/v1" }, Other with { Doi = "10.21203/rs.3.rs-1/v2" });
    }

    [Fact]
    public void A_summary_is_compared_by_its_title_alone() =>
        AssertSame(true, Rain, Other with { Kind = PaperKind.Summary, Abstract = "Somebody retells in other words what drops do to roofs." });

    private static void AssertSame(bool expected, Paper a, Paper b)
    {
        Assert.Equal(expected, WorkMatcher.IsSameWork(a, b));
        Assert.Equal(expected, WorkMatcher.IsSameWork(b, a));
    }
}
