using PaperChat.TestSupport;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace PaperChat.Qdrant.Tests;

/// <summary>What the files for containers have to keep to. They are checked by rules here, as no container runs in a test.</summary>
public sealed class DeploymentTests
{
    private const string OneMachine = "docker-compose.yml";
    private const string Cluster = "deploy/qdrant-cluster.yml";

    [Theory]
    [InlineData(OneMachine)]
    [InlineData(Cluster)]
    public void Services_wait_for_the_health_of_services_that_there_are(string file)
    {
        var services = Map(Read(file)["services"]);

        foreach (var (name, service) in services)
        {
            foreach (var (other, how) in Map(Map(service).GetValueOrDefault("depends_on") ?? new Dictionary<object, object>()))
            {
                Assert.True(services.ContainsKey(other), $"{file}: {name} waits for {other}");
                Assert.True((string)Map(how)["condition"] != "service_healthy" || Map(services[other]).ContainsKey("healthcheck"), $"{file}: {other} has no health check");
            }
        }
    }

    [Theory]
    [InlineData(OneMachine)]
    [InlineData(Cluster)]
    public void Every_volume_is_declared_every_port_is_this_machines_and_every_image_has_a_version(string file)
    {
        var root = Read(file);
        var volumes = Map(root["volumes"]).Keys;
        foreach (var (name, service) in Map(root["services"]))
        {
            var settings = Map(service);
            var used = Texts(settings, "volumes").Where(v => !v.StartsWith('$') && !v.StartsWith('.')).Select(v => v.Split(':')[0]);
            Assert.All(used, v => Assert.Contains(v, volumes));
            Assert.All(Texts(settings, "ports"), p => Assert.StartsWith("127.0.0.1:", p, StringComparison.Ordinal));
            Assert.True(settings.ContainsKey("build") || ((string)settings["image"]).Contains(":${", StringComparison.Ordinal), $"{file}: {name} has no version");
        }
    }

    [Theory]
    [InlineData(OneMachine)]
    [InlineData(Cluster)]
    public void The_library_is_at_a_name_that_every_node_answers_to_and_images_are_built_from_the_root(string file)
    {
        var services = Map(Read(file)["services"]);
        var nodes = services.Where(s => ((string)Map(s.Value)["image"]).StartsWith("qdrant/", StringComparison.Ordinal)).ToArray();
        var builds = services.Values.Select(Map).Where(s => s.ContainsKey("build")).ToArray();

        Assert.NotEmpty(builds);
        Assert.All(builds, s => Assert.Equal(".", Map(s["build"])["context"]));
        Assert.All(builds, s => Assert.Equal("http://qdrant:6333", Map(s["environment"])["PAPERCHAT__QDRANT__ENDPOINT"]));
        Assert.NotEmpty(nodes);
        Assert.All(nodes, n => Assert.True(n.Key == "qdrant" || Texts(Map(Map(Map(n.Value)["networks"])["default"]), "aliases").Contains("qdrant"), $"{file}: {n.Key}"));
    }

    [Fact]
    public void The_message_about_a_key_that_is_not_set_names_a_command_that_runs_without_it() =>
        Assert.Contains("PAPERCHAT_KEY_HASH:?make one with PAPERCHAT_KEY_HASH=none docker compose run", File.ReadAllText(Path.Combine(RepositoryFolder.Path, OneMachine)), StringComparison.Ordinal);

    [Fact]
    public void The_example_names_every_variable_that_has_to_be_set_and_no_secret()
    {
        var example = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, ".env.example"));
        var known = example.Where(l => l.Contains('=') && !l.StartsWith('#')).ToDictionary(l => l.Split('=')[0], l => l.Split('=')[1]);
        var needed = File.ReadAllText(Path.Combine(RepositoryFolder.Path, OneMachine)).Split("${").Skip(1).Where(v => v.Contains(":?", StringComparison.Ordinal)).Select(v => v.Split(":?")[0]);

        Assert.All(needed, n => Assert.Contains(n, known.Keys));
        Assert.All(known.Where(k => k.Key.Contains("KEY", StringComparison.Ordinal)), k => Assert.Equal("", k.Value));
    }

    [Theory]
    [InlineData("deploy/chat.Dockerfile", "src/PaperChat.Chat", "paperchat.dll")]
    [InlineData("deploy/ingest.Dockerfile", "src/PaperChat.Ingestion", "paperchat-ingest.dll")]
    public void An_image_is_built_in_stages_and_runs_as_nobody_in_particular(string file, string project, string program)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, file));

        Assert.Equal(2, lines.Count(l => l.StartsWith("FROM ", StringComparison.Ordinal)));
        Assert.Contains("USER $APP_UID", lines);
        Assert.Contains("ARG FULL_STACK=true", lines);
        Assert.Contains($"RUN dotnet publish {project} -c Release -p:FullStack=$FULL_STACK -o /app", lines);
        Assert.Contains($"ENTRYPOINT [\"dotnet\", \"{program}\"]", lines);
    }

    private static Dictionary<string, object> Read(string file)
    {
        var parser = new MergingParser(new Parser(new StringReader(File.ReadAllText(Path.Combine(RepositoryFolder.Path, file)))));
        parser.Consume<StreamStart>();
        return Map(new DeserializerBuilder().Build().Deserialize<object>(parser)!);
    }

    private static Dictionary<string, object> Map(object value) => ((Dictionary<object, object>)value).ToDictionary(p => (string)p.Key, p => p.Value);

    private static IEnumerable<string> Texts(Dictionary<string, object> settings, string key) =>
        settings.TryGetValue(key, out var list) ? ((List<object>)list).Cast<string>() : [];
}
