using System.Globalization;
using PaperChat.LibraryProcess;

// What tests do with a library in another process: see each mode.
switch (args)
{
    case ["write", var folder, .. var rest]:
        await WriteAsync(folder, rest is [var step] ? int.Parse(step, CultureInfo.InvariantCulture) : int.MaxValue);
        break;
    case ["read", var folder]:
        await ReadMode.RunAsync(folder, Console.In, Console.Out, CancellationToken.None);
        break;
    default:
        throw new ArgumentException("write FOLDER [STEP] | read FOLDER");
}

// Writes the number of each commit that has returned, and at the end the number of steps; kills itself at the step, if any.
static async Task WriteAsync(string folder, int killAt)
{
    var steps = new DeadlySteps(killAt);
    await WriterScenario.RunAsync(folder, steps, Console.Out, CancellationToken.None);
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"steps {steps.Count}"));
}
