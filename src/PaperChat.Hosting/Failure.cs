using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaperChat.Library;

namespace PaperChat.Hosting;

/// <summary>What a program tells its caller about an exception: the exit code, a stable name for scripts, and a message for people.</summary>
public readonly record struct Failure(int ExitCode, string Code, string Message)
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The one place where exceptions become exit codes.</summary>
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(Hosting.ExitCode.Cancelled, "cancelled", "Cancelled."),
        UsageException => new(Hosting.ExitCode.Usage, "usage", exception.Message),
        NotFoundException => new(Hosting.ExitCode.NoEvidence, "notFound", exception.Message),

        LibraryUnavailableException => new(Hosting.ExitCode.ServiceUnavailable, "unavailable", exception.Message),

        // A library held by another writer may be free a moment later, yet it is not a service: scripts count on exit code 1.
        LibraryException => new(Hosting.ExitCode.Failed, "library", exception.Message),
        PaperChatException { IsTransient: true } => new(Hosting.ExitCode.ServiceUnavailable, "unavailable", exception.Message),
        PaperChatException => new(Hosting.ExitCode.Failed, "failed", exception.Message),
        IOException or UnauthorizedAccessException => new(Hosting.ExitCode.Failed, "io", exception.Message),
        _ => new(Hosting.ExitCode.Failed, "internal", $"Unexpected error, please report it: {exception.GetType().Name}: {exception.Message}"),
    };

    /// <summary>The error object of the JSON contract, on one line.</summary>
    public string ToJson(string? id = null)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteStartObject();
            if (id is not null)
            {
                json.WriteString("id", id);
            }

            json.WriteStartObject("error");
            json.WriteString("code", Code);
            json.WriteString("message", Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
