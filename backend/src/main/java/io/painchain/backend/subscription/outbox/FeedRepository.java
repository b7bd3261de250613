package io.painchain.backend.subscription.outbox;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

/** Where each subscription stands in the order of changes. */
@Singleton
public class FeedRepository {

    /** A receiver that is away does not fill the table: its position waits. */
    private static final int MOST_WAITING = 1_000;

    private final Statements statements;

    FeedRepository(Statements statements) {
        this.statements = statements;
    }

    public record Feed(SubscriptionKey key, String filter, FeedPosition position) {
    }

    /** Of all tenants. */
    public List<SubscriptionKey> active() {
        return statements.preparedQuery("select tenant_id, id from subscription where state = 'active'", List.of(),
                row -> new SubscriptionKey(row.text("tenant_id"), row.id("id")));
    }

    public List<SubscriptionKey> active(Collection<String> tenants) {
        return statements.preparedQuery("select tenant_id, id from subscription where tenant_id = any(?) and state = 'active'",
                List.of((Object) tenants.toArray(String[]::new)),
                row -> new SubscriptionKey(row.text("tenant_id"), row.id("id")));
    }

    /**
     * After a restore it begins anew. Locked until the transaction ends; empty where somebody else is at it, or enough is
     * waiting.
     */
    public Optional<Feed> lock(SubscriptionKey key) {
        statements.update("""
                insert into subscription_position (tenant_id, subscription_id, transaction, event_id)
                select tenant_id, id, pg_snapshot_xmin(pg_current_snapshot()), cast(? as uuid)
                from subscription where tenant_id = ? and id = ? on conflict do nothing""",
                List.of(new UUID(0, 0), key.tenantId(), key.id()));
        return statements.preparedQuery("""
                select s.filter, cast(p.transaction as text) as transaction, p.event_id
                from subscription_position p
                join subscription s on s.tenant_id = p.tenant_id and s.id = p.subscription_id
                where p.tenant_id = ? and p.subscription_id = ? and s.state = 'active' and ? > (
                    select count(*) from (
                        select 1 from outgoing_message m
                        where m.tenant_id = p.tenant_id and m.subscription_id = p.subscription_id and m.state = 'waiting'
                        limit ?) w)
                for update of p skip locked""", List.of(key.tenantId(), key.id(), MOST_WAITING, MOST_WAITING),
                row -> feed(key, row)).stream().findFirst();
    }

    public void move(SubscriptionKey key, FeedPosition position) {
        statements.update("""
                update subscription_position set transaction = cast(? as xid8), event_id = ?
                where tenant_id = ? and subscription_id = ?""", List.of(Long.toUnsignedString(position.transaction()),
                position.event(), key.tenantId(), key.id()));
    }

    private static Feed feed(SubscriptionKey key, Row row) {
        return new Feed(key, row.text("filter"),
                new FeedPosition(Long.parseUnsignedLong(row.text("transaction")), row.id("event_id")));
    }
}
