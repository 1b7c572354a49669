using PaperChat.Review;

namespace PaperChat.Chat.Json;

/// <summary>What <c>verify --json</c> writes.</summary>
internal sealed record DraftCheckShape(string Draft, bool Holds, int Sentences, int Held, IReadOnlyList<DraftFindingShape> Findings)
{
    public static DraftCheckShape Of(string draft, DraftCheckResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new DraftCheckShape(
            draft, result.Holds, result.Sentences, result.Held, [.. result.Findings.Select(f => new DraftFindingShape(f.Line, Name(f.Kind), f.Text, f.Keys, f.Message))]);
    }

    public static string Name(DraftFindingKind kind) => kind switch
    {
        DraftFindingKind.Unsupported => "unsupported",
        DraftFindingKind.Misquoted => "misquoted",
        DraftFindingKind.MissingCitation => "missingCitation",
        DraftFindingKind.UnknownCitation => "unknownCitation",
        DraftFindingKind.PaperNotInLibrary => "paperNotInLibrary",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of finding."),
    };
}
