using PaperChat.Peers.Engines;
using PaperChat.Peers.Measuring;

namespace PaperChat.Peers;

/// <summary>One step of one engine, run in a process that the comparison started.</summary>
internal static class EngineStep
{
    public static async Task RunAsync(string name, string step, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var job = await PeerJson.ReadAsync<PeerJob>(path, cancellationToken);
        var engine = PeerEngines.Create(name, time);
        if (step == "build")
        {
            var began = time.GetTimestamp();
            await engine.BuildAsync(job.Papers, job.Index, cancellationToken);
            await PeerJson.WriteAsync(job.Output, new BuildOutput(time.GetElapsedTime(began).TotalSeconds), cancellationToken);
        }
        else
        {
            await PeerJson.WriteAsync(job.Output, await new SearchMeasurement(engine, job, time).RunAsync(cancellationToken), cancellationToken);
        }
    }
}
