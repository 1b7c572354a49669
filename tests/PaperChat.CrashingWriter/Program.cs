using System.Globalization;
using PaperChat.CrashingWriter;

// Arguments: the library's folder, and the step at which the process kills itself (none: it runs to its end). Writes the number
// of each commit that has returned, and at the end the number of steps.
var killAt = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue;
var steps = new DeadlySteps(killAt);
await WriterScenario.RunAsync(args[0], steps, Console.Out, CancellationToken.None);
await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"steps {steps.Count}"));
