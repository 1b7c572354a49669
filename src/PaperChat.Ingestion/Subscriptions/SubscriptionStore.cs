using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperChat.Digests;
using PaperChat.Embedded.Catalogue;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Subscriptions;

/// <summary>The subscriptions of a library.</summary>
internal sealed class SubscriptionStore(WatchDatabase database)
{
    private const string Columns = "id, kind, text, likes, cadence, most, trending, channel, address, created, period, told, kept, asked, changes";
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int IdLength = 8;

    /// <summary>A name that nobody has yet, short enough to type.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Letters, IdLength);

    public IReadOnlyList<Subscription> List() => Read($"SELECT {Columns} FROM subscriptions ORDER BY created, id");

    public Subscription? Find(string id) => Read($"SELECT {Columns} FROM subscriptions WHERE id = $0", id) is [var one] ? one : null;

    public void Add(Subscription added) => database.Change("subscription added", connection => connection.Run(
        $"INSERT INTO subscriptions ({Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        added.Id, added.Kind.ToString(), added.Text, JsonSerializer.Serialize(added.Likes, SubscriptionJson.Default.IReadOnlyListString), added.Cadence.ToString(),
        added.Limit, added.Trending ? 1 : 0, added.Delivery.Channel.ToString(), added.Delivery.Address, StoredTime.Of(added.Created), StoredTime.Of(added.Period),
        added.Told, Written(added.Kept), added.Asked, null));

    /// <summary>Forgets a subscription with its address and its digests; false where there is none.</summary>
    public bool Remove(string id)
    {
        var removed = 0;
        database.Change("subscription removed", connection =>
        {
            using var command = connection.Prepare("DELETE FROM subscriptions WHERE id = $0", 1);
            removed = command.Run(id);
        });
        return removed > 0;
    }

    /// <summary>Keeps what a question was answered in a state of the library.</summary>
    public void KeepAnswer(Subscription asked) => database.Change("question asked", connection => connection.Run(
        "UPDATE subscriptions SET kept = $1, asked = $2, changes = $3 WHERE id = $0",
        asked.Id, Written(asked.Kept), asked.Asked, asked.Changes is null ? null : JsonSerializer.Serialize(asked.Changes, SubscriptionJson.Default.PendingChanges)));

    /// <summary>As part of a change: how far the reader was told.</summary>
    public static void SetTold(SqliteConnection connection, Subscription told)
    {
        ArgumentNullException.ThrowIfNull(told);
        connection.Run(
            "UPDATE subscriptions SET period = $1, told = $2, kept = $3, changes = NULL WHERE id = $0",
            told.Id, StoredTime.Of(told.Period), told.Told, Written(told.Kept));
    }

    private static string? Written(KeptAnswer? kept) => kept is null ? null : JsonSerializer.Serialize(kept, SubscriptionJson.Default.KeptAnswer);

    private List<Subscription> Read(string sql, params object?[] values)
    {
        using var command = database.Connection.Prepare(sql, values.Length);
        using var reader = command.Bind(values).ExecuteReader();
        var found = new List<Subscription>();
        while (reader.Read())
        {
            found.Add(Row(reader));
        }

        return found;
    }

    private static Subscription Row(SqliteDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Kind = Enum.Parse<SubscriptionKind>(reader.GetString(1)),
        Text = reader.GetString(2),
        Likes = JsonSerializer.Deserialize(reader.GetString(3), SubscriptionJson.Default.IReadOnlyListString) ?? [],
        Cadence = Enum.Parse<Cadence>(reader.GetString(4)),
        Limit = reader.GetInt32(5),
        Trending = reader.GetInt64(6) != 0,
        Delivery = new Delivery(Enum.Parse<DeliveryChannel>(reader.GetString(7)), reader.GetString(8)),
        Created = StoredTime.Read(reader.GetString(9)),
        Period = StoredTime.Read(reader.GetString(10)),
        Told = reader.GetInt64(11),
        Kept = reader.NullableString(12) is { } kept ? JsonSerializer.Deserialize(kept, SubscriptionJson.Default.KeptAnswer) : null,
        Asked = reader.IsDBNull(13) ? null : reader.GetInt64(13),
        Changes = reader.NullableString(14) is { } changes ? JsonSerializer.Deserialize(changes, SubscriptionJson.Default.PendingChanges) : null,
    };
}
