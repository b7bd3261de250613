package io.painchain.backend.subscription.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.id.Ids;

/** Messages that wait, and what came of each attempt. */
@Singleton
public class OutboxRepository {

    /** Longer than an attempt takes: who took a message and died has it sent again. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Statements statements;
    private final Ids ids;

    OutboxRepository(Statements statements, Ids ids) {
        this.statements = statements;
        this.ids = ids;
    }

    /** @param fails since the last good attempt */
    public record DueEndpoint(byte[] sealed, int fails, Instant failingSince, Instant notBefore) {
    }

    /** @param error {@code null} where the receiver took it; {@code notBefore}: {@code null} where it is over */
    public record Result(DueMessage message, Instant at, int millis, Integer status, String error, Instant notBefore,
            String remoteId) {

        public boolean isGood() {
            return error == null;
        }
    }

    public void add(SubscriptionKey key, NewMessage message, Instant now) {
        statements.update("""
                insert into outgoing_message
                    (tenant_id, subscription_id, id, event_id, revision, title, body, state, not_before, created_at)
                values (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?) on conflict do nothing""",
                List.of(key.tenantId(), key.id(), ids.next(), message.eventId(), message.revision(), message.title(),
                        message.body(), now, now));
    }

    /** Of all tenants that are not suspended, those to which something is to be sent now. */
    public List<SubscriptionKey> due(Instant now) {
        return statements.preparedQuery("""
                select s.tenant_id, s.id from subscription s
                where s.state = 'active' and (s.not_before is null or s.not_before <= ?)
                    and not exists (select from tenant t where t.tenant_id = s.tenant_id and t.suspended_at is not null)
                    and exists (
                    select from outgoing_message m
                    where m.tenant_id = s.tenant_id and m.subscription_id = s.id and m.state = 'waiting'
                        and m.not_before <= ?)""", List.of(now, now),
                row -> new SubscriptionKey(row.text("tenant_id"), row.id("id")));
    }

    public Optional<DueEndpoint> endpoint(SubscriptionKey key) {
        return statements.preparedQuery("""
                select sealed, fails, failing_since, not_before from subscription
                where tenant_id = ? and id = ? and state = 'active'""", List.of(key.tenantId(), key.id()),
                row -> new DueEndpoint(row.bytes("sealed"), (int) row.number("fails"), row.instant("failing_since"),
                        row.instant("not_before")))
                .stream().findFirst();
    }

    /** The longest due first; nobody else gets them for a minute. */
    public List<DueMessage> take(SubscriptionKey key, int most, Instant now) {
        return statements.preparedQuery("""
                with due as materialized (
                    select m.id from outgoing_message m
                    where m.tenant_id = ? and m.subscription_id = ? and m.state = 'waiting' and m.not_before <= ?
                    order by m.not_before, m.id limit ? for update skip locked)
                update outgoing_message o set attempt = o.attempt + 1, not_before = ?
                from due where o.tenant_id = ? and o.subscription_id = ? and o.id = due.id
                returning o.id, o.event_id, o.revision, o.attempt, o.body, (
                    select r.remote_id from outgoing_message r
                    where r.tenant_id = o.tenant_id and r.subscription_id = o.subscription_id and r.event_id = o.event_id
                        and r.remote_id is not null order by r.revision desc limit 1) as remote_id""",
                List.of(key.tenantId(), key.id(), now, most, now.plus(LEASE), key.tenantId(), key.id()),
                OutboxRepository::message).stream()
                .sorted((one, other) -> one.id().compareTo(other.id())).toList();
    }

    public void record(SubscriptionKey key, Result result) {
        var message = result.message();
        var state = result.isGood() ? "sent" : result.notBefore() == null ? "failed" : "waiting";
        statements.update("""
                update outgoing_message set state = ?, not_before = cast(? as timestamptz), status = cast(? as int),
                    error = cast(? as text), done_at = cast(? as timestamptz), remote_id = coalesce(cast(? as text), remote_id)
                where tenant_id = ? and subscription_id = ? and id = ?""",
                Arrays.asList(state, result.notBefore(), result.status(), result.error(),
                        state.equals("waiting") ? null : result.at(), result.remoteId(), key.tenantId(), key.id(),
                        message.id()));
        statements.update("""
                insert into outgoing_attempt (tenant_id, subscription_id, message_id, at, number, millis, status, error)
                values (?, ?, ?, ?, ?, ?, cast(? as int), cast(? as text)) on conflict do nothing""",
                Arrays.asList(key.tenantId(), key.id(), message.id(), result.at(), message.attempt(), result.millis(),
                        result.status(), result.error()));
    }

    /** @param pause before the next message, or {@code null} */
    public void succeeded(SubscriptionKey key, Instant now, Instant pause) {
        statements.update("""
                update subscription set fails = 0, failing_since = null, not_before = cast(? as timestamptz), succeeded_at = ?
                where tenant_id = ? and id = ?""", Arrays.asList(pause, now, key.tenantId(), key.id()));
    }

    /** After a longer failure: what waits for its own next attempt waits no longer. */
    public void hurry(SubscriptionKey key, Instant now) {
        statements.update("""
                update outgoing_message set not_before = ?
                where tenant_id = ? and subscription_id = ? and state = 'waiting' and not_before > ?""",
                List.of(now, key.tenantId(), key.id(), now));
    }

    public void failed(SubscriptionKey key, Instant now, Instant notBefore) {
        statements.update("""
                update subscription set fails = fails + 1, failing_since = coalesce(failing_since, ?), not_before = ?
                where tenant_id = ? and id = ?""", List.of(now, notBefore, key.tenantId(), key.id()));
    }

    /** @return its name; empty where it is not active any more */
    public Optional<String> disable(SubscriptionKey key, String reason) {
        return statements.query("""
                update subscription set state = 'disabled', reason = ?
                where tenant_id = ? and id = ? and state = 'active' returning name""",
                List.of(reason, key.tenantId(), key.id()), row -> row.text("name")).stream().findFirst();
    }

    /** Of all tenants. */
    public int removeSome(Instant before, int most) {
        return statements.update("""
                delete from outgoing_message where (tenant_id, subscription_id, id) in (
                    select tenant_id, subscription_id, id from outgoing_message
                    where created_at < ? order by created_at limit ?)""", List.of(before, most));
    }

    private static DueMessage message(Row row) {
        UUID id = row.id("id");
        return new DueMessage(id, row.id("event_id"), row.number("revision"), (int) row.number("attempt"), row.text("body"),
                row.text("remote_id"));
    }
}
