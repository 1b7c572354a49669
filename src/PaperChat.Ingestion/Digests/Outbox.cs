using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperChat.Embedded.Catalogue;
using PaperChat.Ingestion.Subscriptions;
using PaperChat.Ingestion.Watch;

namespace PaperChat.Ingestion.Digests;

/// <summary>
/// The digests on their way. Each step is recorded before and after it is taken, so that a process that is stopped anywhere knows at its
/// next start what is left to do.
/// </summary>
internal sealed class Outbox(WatchDatabase database)
{
    private const string Columns = "subscription, period, state, content, composed, attempts, due, sent, error";

    // What a file shows of a subscription.
    private const int Shown = 30;

    /// <summary>Digests that are to be sent now, those that were being sent when the process was stopped among them.</summary>
    public IReadOnlyList<OutgoingDigest> Due(DateTimeOffset now) => Read(
        $"SELECT {Columns} FROM digests WHERE (state = 'Waiting' AND due <= $0) OR state = 'Sending' ORDER BY composed, subscription", StoredTime.Of(now));

    /// <summary>The digests of a subscription that were sent, and the one given, newest first, as far as they are still kept.</summary>
    public IReadOnlyList<OutgoingDigest> Shelf(string subscription, DateTimeOffset including) => Read(
        $"SELECT {Columns} FROM digests WHERE subscription = $0 AND content <> '' AND (state = 'Sent' OR period = $1) ORDER BY period DESC LIMIT $2",
        subscription, StoredTime.Of(including), Shown);

    public OutgoingDigest? Find(string subscription, DateTimeOffset period) =>
        Read($"SELECT {Columns} FROM digests WHERE subscription = $0 AND period = $1", subscription, StoredTime.Of(period)) is [var one] ? one : null;

    public IReadOnlyList<OutgoingDigest> Last(string subscription, int most) =>
        Read($"SELECT {Columns} FROM digests WHERE subscription = $0 ORDER BY period DESC LIMIT $1", subscription, most);

    public long Count(DigestState state) => database.Connection.Scalar<long>("SELECT count(*) FROM digests WHERE state = $0", state.ToString());

    /// <summary>The next time at which a digest is due; null without any.</summary>
    public DateTimeOffset? NextDue() => StoredTime.ReadNullable(database.Connection.Scalar<string>("SELECT min(due) FROM digests WHERE state IN ('Waiting', 'Sending')"));

    /// <summary>Tells a reader as far as <paramref name="told"/> says, with a digest or, where there is nothing to say, without one; both or nothing.</summary>
    public void Add(Subscription told, DigestContent? content, DateTimeOffset now) => database.Change("digest composed", connection =>
    {
        SubscriptionStore.SetTold(connection, told);
        if (content is not null)
        {
            // None where the subscription was ended a moment ago.
            connection.Run(
                "INSERT INTO digests (subscription, period, state, content, composed, attempts, due) SELECT id, $1, 'Waiting', $2, $3, 0, $3 FROM subscriptions WHERE id = $0",
                told.Id, StoredTime.Of(told.Period), JsonSerializer.Serialize(content, SubscriptionJson.Default.DigestContent), StoredTime.Of(now));
        }
    });

    /// <summary>Before it is sent; false where it is no longer wanted.</summary>
    public bool BeginSending(OutgoingDigest digest)
    {
        var begun = 0;
        database.Change("digest sending", connection =>
        {
            using var command = connection.Prepare("UPDATE digests SET state = 'Sending', attempts = attempts + 1 WHERE subscription = $0 AND period = $1", 2);
            begun = command.Run(digest.Subscription, StoredTime.Of(digest.Period));
        });
        return begun > 0;
    }

    /// <summary>After it was taken. Its text is kept where a file shows it, the latest of them.</summary>
    public void EndSending(OutgoingDigest digest, bool keepsText, DateTimeOffset now) => database.Change("digest sent", connection =>
    {
        connection.Run(
            "UPDATE digests SET state = 'Sent', sent = $2, error = NULL, content = CASE WHEN $3 THEN content ELSE '' END WHERE subscription = $0 AND period = $1",
            digest.Subscription, StoredTime.Of(digest.Period), StoredTime.Of(now), keepsText ? 1 : 0);
        connection.Run(
            "DELETE FROM digests WHERE subscription = $0 AND state = 'Sent' AND period NOT IN (SELECT period FROM digests WHERE subscription = $0 ORDER BY period DESC LIMIT $1)",
            digest.Subscription, Shown);
    });

    /// <summary>After it was not taken; without a time to try again it is given up.</summary>
    public void FailSending(OutgoingDigest digest, string error, DateTimeOffset? again) => database.Change("digest failed", connection => connection.Run(
        "UPDATE digests SET state = $2, due = coalesce($3, due), error = $4 WHERE subscription = $0 AND period = $1",
        digest.Subscription, StoredTime.Of(digest.Period), (again is null ? DigestState.Failed : DigestState.Waiting).ToString(), again is { } due ? StoredTime.Of(due) : null, error));

    private List<OutgoingDigest> Read(string sql, params object?[] values)
    {
        using var command = database.Connection.Prepare(sql, values.Length);
        using var reader = command.Bind(values).ExecuteReader();
        var found = new List<OutgoingDigest>();
        while (reader.Read())
        {
            found.Add(Row(reader));
        }

        return found;
    }

    private static OutgoingDigest Row(SqliteDataReader reader) => new()
    {
        Subscription = reader.GetString(0),
        Period = StoredTime.Read(reader.GetString(1)),
        State = Enum.Parse<DigestState>(reader.GetString(2)),
        Content = reader.GetString(3) is { Length: > 0 } content ? JsonSerializer.Deserialize(content, SubscriptionJson.Default.DigestContent) : null,
        Composed = StoredTime.Read(reader.GetString(4)),
        Attempts = reader.GetInt32(5),
        Due = StoredTime.Read(reader.GetString(6)),
        Sent = StoredTime.ReadNullable(reader.NullableString(7)),
        Error = reader.NullableString(8),
    };
}
