using System.Text.Json.Serialization;

namespace PaperChat.Verification;

/// <summary>What of a sentence the cited text does not bear out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CheckFailureKind>))]
public enum CheckFailureKind
{
    /// <summary>A number, or a number with its unit, that the text does not have, or has for something else.</summary>
    [JsonStringEnumMemberName("number")]
    Number = 0,

    /// <summary>A named method, data set or measure that the text does not have, or has in another role.</summary>
    [JsonStringEnumMemberName("name")]
    Name = 1,

    /// <summary>A negation that the text does not have, or one of the text that is missing.</summary>
    [JsonStringEnumMemberName("negation")]
    Negation = 2,

    /// <summary>A direction turned round: higher for lower, outperforms for underperforms.</summary>
    [JsonStringEnumMemberName("direction")]
    Direction = 3,

    /// <summary>A quantifier that says more than the text: all for most, only, always.</summary>
    [JsonStringEnumMemberName("scope")]
    Scope = 4,

    /// <summary>More certainty than the text has: proves for suggests, does for may.</summary>
    [JsonStringEnumMemberName("hedge")]
    Hedge = 5,

    /// <summary>Part of the sentence says something that the text does not.</summary>
    [JsonStringEnumMemberName("addedClaim")]
    AddedClaim = 6,

    /// <summary>The cited papers are about something else.</summary>
    [JsonStringEnumMemberName("notInCitedPaper")]
    NotInCitedPaper = 7,
}
