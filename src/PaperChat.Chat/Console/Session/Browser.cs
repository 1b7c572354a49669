using System.ComponentModel;
using System.Diagnostics;

namespace PaperChat.Chat.Console.Session;

/// <summary>
/// Opens addresses in the system's browser. They come from papers: only http and https, only as the one argument of a program,
/// never through a shell's command line.
/// </summary>
internal static class Browser
{
    /// <summary>False where the address is not one for a browser, or no browser could be started.</summary>
    public static bool TryOpen(string address)
    {
        if (Parse(address) is not { } uri || Start(uri) is not { } start)
        {
            return false;
        }

        try
        {
            using var process = Process.Start(start);
            return process is not null || OperatingSystem.IsWindows();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    internal static Uri? Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri
            : null;

    private static ProcessStartInfo? Start(Uri uri)
    {
        if (OperatingSystem.IsWindows())
        {
            // ShellExecute picks the program by the scheme, which is http or https here.
            return new ProcessStartInfo(uri.AbsoluteUri) { UseShellExecute = true };
        }

        var isMac = OperatingSystem.IsMacOS();
        if (!isMac && Environment.GetEnvironmentVariable("DISPLAY") is null && Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is null)
        {
            return null;
        }

        // What the browser prints is not to land in the chat.
        return new ProcessStartInfo(isMac ? "open" : "xdg-open")
        {
            ArgumentList = { uri.AbsoluteUri },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
