using PaperChat.Hosting;

namespace PaperChat.Ingestion.Commands;

/// <summary>
/// Reports rejected records as they come, on standard error. A file of another kind may hold a million of them: after the first
/// ones they are only counted, unless <c>--verbose</c> asks for all.
/// </summary>
internal sealed class RejectionOutput(CommandContext context, Action<string> write) : IDisposable
{
    public const int Most = 20;

    private long _count;

    public void Add(Rejection rejection)
    {
        if (++_count <= Most || context.Settings.Verbose)
        {
            Write(Describe(rejection));
        }
    }

    public void Dispose()
    {
        if (_count > Most && !context.Settings.Verbose)
        {
            Write(FormattableString.Invariant($"... and {_count - Most:N0} more rejected; --verbose shows them all."));
        }
    }

    // Some reasons concern the whole input and begin with its name.
    internal static string Describe(Rejection rejection) =>
        TerminalText.Line(rejection.Line is null && rejection.Reason.StartsWith(rejection.Location, StringComparison.Ordinal)
            ? rejection.Reason
            : rejection.ToString());

    private void Write(string text) => write(context.Settings.Json ? new Failure(ExitCode.Failed, "rejected", text).ToJson() : text);
}
