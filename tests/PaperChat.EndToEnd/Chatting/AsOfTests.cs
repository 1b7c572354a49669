using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperChat.TestSupport;

namespace PaperChat.EndToEnd.Chatting;

/// <summary>Three years of daily lists, asked as they were on days of the past.</summary>
public sealed class AsOfTests : IDisposable
{
    private const int PapersADay = 3;
    private static readonly DateOnly First = new(2022, 7, 1);
    private static readonly string[] Animals = ["otters", "terns", "limpets", "dugongs", "gobies", "sponges", "plovers", "geckos"];
    private static readonly string[] Ways = ["sonar", "drones", "hydrophones", "satellites", "tags", "traps", "cameras"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_of_three_years_answers_as_one_that_was_built_up_to_the_day()
    {
        var lists = Lists();
        await IngestAsync("whole", lists);

        foreach (var day in (DateOnly[])[new(2022, 9, 14), new(2023, 11, 30), new(2025, 3, 3)])
        {
            var name = day.ToString("O", CultureInfo.InvariantCulture);
            await IngestAsync(name, lists.Where(l => l.Day <= day));

            var then = await AskAsync(name);
            var asOf = await AskAsync("whole", "--as-of", name);

            Assert.Equal(then, asOf);
            Assert.Contains(asOf, a => a.Contains("\"answered\":true", StringComparison.Ordinal));
        }

        Assert.NotEqual(await AskAsync("whole"), await AskAsync("whole", "--as-of", "2023-11-30"));
    }

    [Fact]
    public async Task Before_its_first_list_a_library_knew_nothing()
    {
        await IngestAsync("whole", Lists().Take(5));

        var result = await RunAsync("search", "otters", "--library", _folder.File("whole"), "--as-of", "2021-01-01");

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Contains("knew no paper by 2021-01-01", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_without_a_list_is_known_since_it_was_read()
    {
        await IngestAsync("whole", [(default, """{"title":"Counting otters from the air","abstract":"We count otters.","authors":["Ada Reef"]}""")]);

        var past = await RunAsync("search", "otters", "--library", _folder.File("whole"), "--as-of", "2021-01-01");
        var future = await RunAsync("search", "otters", "--library", _folder.File("whole"), "--as-of", "2999-01-01");

        Assert.Equal((3, 0), (past.ExitCode, future.ExitCode));
    }

    // Every ninth paper is listed again months later with another abstract.
    private static List<(DateOnly Day, string Line)> Lists()
    {
        var random = new Random(4);
        var lists = new List<(DateOnly Day, string Line)>();
        for (var (day, number) = (First, 0); day < First.AddYears(3); day = day.AddDays(1))
        {
            for (var i = 0; day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && i < PapersADay; i++)
            {
                var (animal, way) = (Animals[random.Next(Animals.Length)], Ways[random.Next(Ways.Length)]);
                number++;
                lists.Add((day, Line(number, day, animal, way, random.Next(5, 900))));
                if (number % 9 == 0)
                {
                    var again = day.AddDays(random.Next(30, 300));
                    lists.Add((again, Line(number, again, animal, way, random.Next(1_000, 9_000))));
                }
            }
        }

        return [.. lists.OrderBy(l => l.Day)];
    }

    private static string Line(int number, DateOnly day, string animal, string way, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"id":"list:{{number}}","title":"Survey {{number}}: Counting {{animal}} by {{way}}","abstract":"We count {{animal}} of bay {{number}} with {{way}}. Our count finds {{count}} {{animal}} in bay {{number}}, more than divers found.","authors":["Ada Reef"],"listed":"{{day:yyyy-MM-dd}}"}""");

    private async Task IngestAsync(string library, IEnumerable<(DateOnly Day, string Line)> lists)
    {
        var path = _folder.Write(library + ".jsonl", string.Join('\n', lists.Select(l => l.Line)) + "\n");
        var result = await ProgramRun.RunAsync(ProgramRun.Ingest, [path, "--library", _folder.File(library)], Token, Environment());
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    private async Task<string[]> AskAsync(string library, params string[] more)
    {
        await using var run = ProgramRun.Start(ProgramRun.Chat, ["ask", "-", "--json", "--library", _folder.File(library), .. more], Environment());
        await run.Input.WriteAsync(Encoding.UTF8.GetBytes(Questions()), Token);
        var result = await run.FinishAsync(Token);
        Assert.True(result.ExitCode == 0, result.ToString());
        return [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithoutTimings)];
    }

    private static string Questions() => string.Concat(Animals.SelectMany((animal, i) => (string[])
    [
        $"How are {animal} counted with {Ways[i % Ways.Length]}?\n",
        $"How many {animal} were found in bay {9 * (i + 3)}?\n",
    ]));

    private static string WithoutTimings(string line)
    {
        var answer = JsonNode.Parse(line)!.AsObject();
        Assert.True(answer.Remove("timings"));
        return answer.ToJsonString(new JsonSerializerOptions());
    }

    private Task<ProgramResult> RunAsync(params string[] arguments) => ProgramRun.RunAsync(ProgramRun.Chat, arguments, Token, Environment());

    private Dictionary<string, string?> Environment() => new() { ["XDG_DATA_HOME"] = _folder.File("data"), ["LOCALAPPDATA"] = _folder.File("data") };

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
