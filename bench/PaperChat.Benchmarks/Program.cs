using BenchmarkDotNet.Running;
using PaperChat.Benchmarks.Load;
using PaperChat.Benchmarks.Overhead;
using PaperChat.Benchmarks.Points;

// Everything but "overhead", "load" and "points" is BenchmarkDotNet's.
if (args is ["overhead", ..])
{
    return await OverheadMeasurement.RunAsync(args[1..], TimeProvider.System, CancellationToken.None);
}

if (args is ["load", ..])
{
    return await LoadMeasurement.RunAsync(args[1..], TimeProvider.System, CancellationToken.None);
}

if (args is ["points", ..])
{
    return await PointMeasurement.RunAsync(args[1..], CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
