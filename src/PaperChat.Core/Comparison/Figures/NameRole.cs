namespace PaperChat.Comparison.Figures;

/// <summary>What a name may be to a figure.</summary>
internal enum NameRole
{
    DataSet,
    Method,
}
