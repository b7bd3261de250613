package io.painchain.backend.webhook.config;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.model.task.HookOutput;

/** How hooks fare at the provider. */
@Singleton
class HookStandingRepository {

    /** What one comparison names. */
    private static final int MOST_KNOWN = 5_000;

    private final Statements statements;
    private final Clock clock;

    HookStandingRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** @param agreedUntil up to when all arrived as of the last comparison that agreed, or {@code null} */
    record Hook(UUID id, UUID integrationId, String repository, String hookId, String url, byte[] secret,
            List<String> events, Instant agreedUntil) {
    }

    /** @param since ids of all that arrived later are there */
    record Arrived(List<String> ids, Instant since) {
    }

    Optional<Hook> find(String tenantId, UUID id) {
        return statements.query("""
                select id, integration_id, repository, hook_id, url, secret, events, agreed_until from webhook_config
                where tenant_id = ? and id = ?""", List.of(tenantId, id), HookStandingRepository::hook).stream().findFirst();
    }

    /** @param type of the hook's integration */
    record DueHook(String tenantId, String type, Hook hook) {
    }

    /**
     * Of all tenants: those not compared since, or since then where something was missing. One that failed is tried again
     * as often while the last one holds.
     */
    List<DueHook> due(Instant since, Instant sinceWithMissing, int most) {
        return statements.preparedQuery("""
                select w.tenant_id, i.type, w.id, w.integration_id, w.repository, w.hook_id, w.url, w.secret, w.events,
                    w.agreed_until
                from webhook_config w
                join integration i on i.tenant_id = w.tenant_id and i.id = w.integration_id
                where w.registered_at is not null and w.active and i.enabled and i.deleted_at is null
                    and (w.compared_at is null or w.compared_at < ? or w.compared_at < ?
                        and (w.missing > 0 or w.compared_at between w.compared_until + interval '2 minutes'
                            and w.compared_until + interval '20 minutes'))
                order by w.compared_at nulls first limit ?""", List.of(since, sinceWithMissing, most),
                row -> new DueHook(row.text("tenant_id"), row.text("type"), hook(row)));
    }

    Arrived arrived(String tenantId, UUID integrationId, Instant since) {
        var rows = statements.query(
                """
                        select delivery_id, received_at from delivery
                        where tenant_id = ? and integration_id = ? and received_at >= ? and state <> 'polled' order by received_at desc limit ?""",
                List.of(tenantId, integrationId, since, MOST_KNOWN),
                row -> new Arrived(List.of(row.text("delivery_id")), row.instant("received_at")));
        var ids = rows.stream().flatMap(row -> row.ids().stream()).toList();
        return new Arrived(ids, rows.size() == MOST_KNOWN ? rows.get(rows.size() - 1).since() : since);
    }

    void registered(String tenantId, UUID id, HookOutput told, Instant now) {
        statements.update("""
                update webhook_config set hook_id = coalesce(cast(? as text), hook_id),
                    registered_at = case when ? then cast(? as timestamptz) else registered_at end, standing = ?
                where tenant_id = ? and id = ?""",
                Arrays.asList(told.hookId(), told.ok(), now, told.message(), tenantId, id));
    }

    void removed(String tenantId, UUID id, HookOutput told) {
        statements.update("""
                update webhook_config set hook_id = case when ? then null else hook_id end,
                    registered_at = case when ? then null else registered_at end, standing = ?, agreed_since = null,
                    agreed_until = null
                where tenant_id = ? and id = ?""", List.of(told.ok(), told.ok(), told.message(), tenantId, id));
    }

    /** The provider could not be asked: what the last comparison found holds for its time. */
    void notCompared(String tenantId, UUID id, HookOutput told) {
        statements.update("update webhook_config set standing = ?, compared_at = ? where tenant_id = ? and id = ?",
                List.of(told.message(), clock.instant(), tenantId, id));
    }

    /** @param until what was compared; {@code listed}: after a longer silence nothing vouches for what was before */
    void compared(String tenantId, UUID id, HookOutput told, Instant until, Duration listed) {
        var now = clock.instant();
        var since = now.minus(listed);
        statements.update("""
                update webhook_config w set standing = ?, compared_at = ?, missing = ?, missing_of = cast(? as bigint[]),
                    compared_until = ?,
                    agreed_at = case when ? then cast(? as timestamptz) else agreed_at end,
                    agreed_until = case when ? then cast(? as timestamptz) else agreed_until end,
                    agreed_since = case when not ? or agreed_since is not null and agreed_at >= ? then agreed_since else (
                        select min(d.received_at) from delivery d
                        where d.tenant_id = w.tenant_id and d.integration_id = w.integration_id and d.state <> 'polled'
                            and d.received_at >= greatest(w.registered_at, cast(? as timestamptz))) end
                where tenant_id = ? and id = ?""",
                Arrays.asList(told.message(), now, told.missing(), missingOf(told), until, told.ok(), now, told.ok(), until,
                        told.ok(), since, since, tenantId, id));
    }

    private static String[] missingOf(HookOutput told) {
        return told.ok() || told.missingOf() == null ? null
                : told.missingOf().stream().map(Object::toString).toArray(String[]::new);
    }

    private static Hook hook(Row row) {
        return new Hook(row.id("id"), row.id("integration_id"), row.text("repository"), row.text("hook_id"), row.text("url"),
                row.bytes("secret"), row.texts("events"), row.instant("agreed_until"));
    }
}
