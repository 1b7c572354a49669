using PaperChat.Bibliography;

namespace PaperChat.Core.Tests.Bibliography;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ada Moss", "Ada", "", "Moss", "")]
    [InlineData("Ludwig van der Berg", "Ludwig", "van der", "Berg", "")]
    [InlineData("van der Berg, Ludwig", "Ludwig", "van der", "Berg", "")]
    [InlineData("Ana de la Fuente Ortiz", "Ana", "de la", "Fuente Ortiz", "")]
    [InlineData("Reed, Jr., Bo", "Bo", "", "Reed", "Jr.")]
    [InlineData("Reed, Bo, Jr.", "Bo", "", "Reed", "Jr.")]
    [InlineData("Bo Reed Jr.", "Bo", "", "Reed", "Jr.")]
    [InlineData("Bo Reed, Jr.", "Bo", "", "Reed", "Jr.")]
    [InlineData("Fuente Ortiz, Ana", "Ana", "", "Fuente Ortiz", "")]
    [InlineData("J.-L. Moss", "J.-L.", "", "Moss", "")]
    public void A_name_has_given_name_particle_family_and_suffix(string text, string given, string particle, string family, string suffix) =>
        Assert.Equal(new PersonName(family, given, particle, suffix), PersonName.Parse(text));

    [Theory]
    [InlineData("Tidewatch")]
    [InlineData("The Tidewatch Collaboration")]
    [InlineData("Moss and Reed")]
    [InlineData("李明")]
    public void The_name_of_a_group_is_one_piece(string text) => Assert.Equal(PersonName.Literal(text), PersonName.Parse(text));

    [Theory]
    [InlineData("Moss, Ada", "Ada Moss")]
    [InlineData("van der Berg, Ludwig", "Ludwig van der Berg")]
    [InlineData("Reed, Jr., Bo", "Bo Reed Jr.")]
    [InlineData("Fuente Ortiz, Ana", "Fuente Ortiz, Ana")]
    public void It_is_kept_in_the_order_of_speech_where_that_loses_nothing(string text, string kept)
    {
        var name = PersonName.Parse(text);

        Assert.Equal(kept, name.ToString());
        Assert.Equal(name, PersonName.Parse(name.ToString()));
    }
}
