using PaperChat.Peers.Papers;

namespace PaperChat.Peers.Tests.Papers;

public sealed class SplitMix64Tests
{
    // The first outputs of the authors' program with the seed 1234567.
    [Fact]
    public void The_numbers_are_those_of_the_published_generator()
    {
        var random = new SplitMix64(1234567);

        ulong[] numbers = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], numbers);
    }

    [Fact]
    public void Limited_numbers_reach_every_value_below_the_limit_and_none_above()
    {
        var random = new SplitMix64(1);

        var seen = Enumerable.Range(0, 1000).Select(_ => random.Next(7)).ToHashSet();

        Assert.Equal(Enumerable.Range(0, 7), seen.Order());
    }

    [Fact]
    public void Shuffling_keeps_every_item()
    {
        int[] items = [.. Enumerable.Range(0, 50)];

        new SplitMix64(3).Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 50), items);
        Assert.Equal(Enumerable.Range(0, 50), items.Order());
    }
}
