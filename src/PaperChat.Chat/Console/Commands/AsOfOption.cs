using System.CommandLine;
using System.Globalization;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>--as-of DATE</c>: the day on which a question is asked, with the library as it was then.</summary>
internal static class AsOfOption
{
    public static Option<DateOnly?> Create() => new("--as-of")
    {
        Description = "Ask the library as it was on this day (UTC), as 2025-07-28; \"this week\" and \"last year\" count from it too",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError($"--as-of takes a day such as 2025-07-28, not '{TerminalText.Line(text)}'.");
            return null;
        },
    };
}
