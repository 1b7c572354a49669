using System.Text.Json.Serialization;

namespace PaperChat.Hosting.Teams;

/// <summary>Reads places from the files of conversations.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptPlace))]
internal sealed partial class KeptPlaceJson : JsonSerializerContext;
