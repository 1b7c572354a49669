using System.CommandLine;
using System.Globalization;
using PaperChat.Hosting;

namespace PaperChat.Chat.Console.Commands;

/// <summary><c>--as-of DATE</c>: the day that "this week" counts from.</summary>
internal static class AsOfOption
{
    public static Option<DateOnly?> Create() => new("--as-of")
    {
        Description = "The day that \"this week\" and \"last year\" count from, as 2025-07-28; today without it",
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
