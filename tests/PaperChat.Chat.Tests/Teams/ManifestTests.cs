using System.Buffers.Binary;
using System.Text.Json;
using PaperChat.Chat.Console.Session;
using PaperChat.TestSupport;

namespace PaperChat.Chat.Tests.Teams;

/// <summary>The app package in <c>teams/</c>, by the rules of Teams' manifest schema 1.19.</summary>
public sealed class ManifestTests
{
    private static string Folder => Path.Combine(RepositoryFolder.Path, "teams");

    private static JsonElement Manifest { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json"))).RootElement;

    [Fact]
    public void The_bot_is_that_of_the_app_in_all_scopes()
    {
        var bot = Assert.Single(Manifest.GetProperty("bots").EnumerateArray());

        Assert.True(Guid.TryParse(Manifest.GetProperty("id").GetString(), out _));
        Assert.Equal(Manifest.GetProperty("id").GetString(), bot.GetProperty("botId").GetString());
        Assert.Equal(["personal", "team", "groupChat"], bot.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()));
    }

    [Fact]
    public void The_commands_that_it_offers_are_there()
    {
        var commands = Manifest.GetProperty("bots")[0].GetProperty("commandLists")[0].GetProperty("commands").EnumerateArray().ToArray();

        Assert.InRange(commands.Length, 6, 10);
        Assert.All(commands, c => Assert.NotNull(SlashCommands.Find(c.GetProperty("title").GetString()![1..])));
        Assert.All(commands, c => Assert.InRange(c.GetProperty("title").GetString()!.Length, 2, 32));
        Assert.All(commands, c => Assert.InRange(c.GetProperty("description").GetString()!.Length, 1, 128));
    }

    [Fact]
    public void Texts_are_as_short_as_Teams_wants_them()
    {
        Assert.InRange(Manifest.GetProperty("name").GetProperty("short").GetString()!.Length, 1, 30);
        Assert.InRange(Manifest.GetProperty("name").GetProperty("full").GetString()!.Length, 1, 100);
        Assert.InRange(Manifest.GetProperty("description").GetProperty("short").GetString()!.Length, 1, 80);
        Assert.InRange(Manifest.GetProperty("description").GetProperty("full").GetString()!.Length, 1, 4000);
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Its_icons_have_the_sizes_of_Teams(string name, int size)
    {
        var png = File.ReadAllBytes(Path.Combine(Folder, Manifest.GetProperty("icons").GetProperty(name).GetString()!));

        // Width and height of the header chunk, PNG specification 11.2.2.
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }
}
