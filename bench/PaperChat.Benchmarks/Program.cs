using BenchmarkDotNet.Running;
using PaperChat.Benchmarks.Overhead;

// Everything but "overhead" is BenchmarkDotNet's.
if (args is ["overhead", ..])
{
    return await OverheadMeasurement.RunAsync(args[1..], TimeProvider.System, CancellationToken.None);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
