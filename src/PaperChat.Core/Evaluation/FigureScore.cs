namespace PaperChat.Evaluation;

/// <summary>
/// How well figures were extracted. A figure is right when its value, measure, data set and method are those of the label; the certain
/// ones are those that tables show.
/// </summary>
public sealed record FigureScore(string Half, int Sentences, int Labelled, int Extracted, int Right, int ValueAndMetricRight, int Certain, int CertainRight)
{
    public double Precision => Extracted == 0 ? 1 : (double)Right / Extracted;

    public double Recall => Labelled == 0 ? 1 : (double)Right / Labelled;

    public double PairPrecision => Extracted == 0 ? 1 : (double)ValueAndMetricRight / Extracted;

    public double PairRecall => Labelled == 0 ? 1 : (double)ValueAndMetricRight / Labelled;

    public double CertainPrecision => Certain == 0 ? 1 : (double)CertainRight / Certain;

    public double CertainRecall => Labelled == 0 ? 1 : (double)CertainRight / Labelled;
}
