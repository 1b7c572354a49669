using System.Globalization;
using PaperChat.Merging;

namespace PaperChat.Chat.Json;

/// <summary>A version of a record, the day (UTC) on which it was first met, and what is not as in the version before; the first has no <c>changed</c>.</summary>
internal sealed record RecordVersionShape(string Seen, string Format, string Location, long? Line, IReadOnlyList<string>? Changed, PaperShape Paper)
{
    public static RecordVersionShape Of(RecordState state) => new(
        state.Version.Seen.ToString("O", CultureInfo.InvariantCulture),
        state.Version.Provenance.Format,
        state.Version.Provenance.Location,
        state.Version.Provenance.Line,
        state.Changed.Count > 0 ? state.Changed : null,
        PaperShape.Of(state.Paper, withAbstract: true));
}
