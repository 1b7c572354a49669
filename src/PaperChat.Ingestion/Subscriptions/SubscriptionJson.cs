using System.Text.Json.Serialization;
using PaperChat.Digests;
using PaperChat.Ingestion.Digests;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>How subscriptions and digests are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(KeptAnswer))]
[JsonSerializable(typeof(PendingChanges))]
[JsonSerializable(typeof(DigestContent))]
internal sealed partial class SubscriptionJson : JsonSerializerContext;
