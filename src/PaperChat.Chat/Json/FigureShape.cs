using PaperChat.Comparison;

namespace PaperChat.Chat.Json;

/// <summary>A number of a paper: its value and unit, whose it is, and the sentence it stands in.</summary>
internal sealed record FigureShape(int N, double Value, string? Unit, string? Method, QuoteShape Quote)
{
    public static FigureShape Of(ComparedFigure figure) =>
        new(figure.Key, figure.Figure.Value, figure.Figure.Unit.Length > 0 ? figure.Figure.Unit : null, figure.Method, QuoteShape.Of(figure.Quote));
}
