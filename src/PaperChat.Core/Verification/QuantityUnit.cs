namespace PaperChat.Verification;

/// <summary>How the value of a number is meant, as far as it changes what the number says.</summary>
internal enum QuantityUnit
{
    Count = 0,
    Percent = 1,
    Times = 2,
    Ordinal = 3,
    Dimensions = 4,
}
