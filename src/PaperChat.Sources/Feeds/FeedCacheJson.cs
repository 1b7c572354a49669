using System.Text.Json.Serialization;

namespace PaperChat.Sources.Feeds;

[JsonSerializable(typeof(CachedHead))]
internal sealed partial class FeedCacheJson : JsonSerializerContext;
