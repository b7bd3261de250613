package io.painchain.backend.webhook.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.webhook.event.WebhookEventQuery.Filter;

@Singleton
class WebhookEventRepository {

    private static final String MATCHES = """
            d.integration_id = coalesce(cast(? as uuid), d.integration_id)
              and (cast(? as text) is null or d.event = cast(? as text)) and (cast(? as text) is null or lower(d.repository) = lower(cast(? as text)))
              and d.state = coalesce(cast(? as text), d.state) and (d.state <> 'polled' or cast(? as text) is not null)
              and d.received_at >= coalesce(cast(? as timestamptz), d.received_at)
              and (cast(? as timestamptz) is null or d.received_at < cast(? as timestamptz))""";

    private static final String COLUMNS = """
            select d.id, d.integration_id, d.type, d.config_id, d.event, d.delivery_id, d.repository, d.state, d.not_before,
                d.processed_at, d.error, d.reason, cast(d.events as text) as events, d.attempt, d.received_at, d.body_bytes,
                d.stored_bytes > 0 as is_kept,""";

    private static final String BODY = """
             b.headers, b.body
            from delivery d
            left join delivery_body b on b.tenant_id = d.tenant_id and b.received_on = d.received_on and b.id = d.id""";

    private static final String NO_BODY = " cast(null as text) as headers, cast(null as bytea) as body from delivery d";

    private static final String AGAIN = """
            set state = 'pending', not_before = ?, failures = 0, most = 200, error = null, reason = null, processed_at = null
            """;

    private final Statements statements;

    WebhookEventRepository(Statements statements) {
        this.statements = statements;
    }

    List<WebhookEventRow> list(String tenantId, WebhookEventQuery query, boolean withBody, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenantId, query.before()));
        parameters.addAll(matched(query.filter()));
        parameters.add(limit);
        return statements.query(COLUMNS + (withBody ? BODY : NO_BODY) + " where d.tenant_id = ? and d.id < ? and " + MATCHES
                + " order by d.id desc limit ?", parameters, WebhookEventRepository::row);
    }

    Optional<WebhookEventRow> find(String tenantId, UUID id) {
        return statements.query(COLUMNS + BODY + " where d.tenant_id = ? and d.id = ?", List.of(tenantId, id),
                WebhookEventRepository::row).stream().findFirst();
    }

    /** @return the connector types that have something to do */
    List<String> replay(String tenantId, UUID id, Instant now) {
        return statements.query("update delivery " + AGAIN + """
                where tenant_id = ? and id = ? and state not in ('leased', 'polled') and stored_bytes > 0 returning type""",
                List.of(now, tenantId, id), row -> row.text("type"));
    }

    /** The oldest first; those under way are left. */
    List<String> replay(String tenantId, Filter filter, int most, Instant now) {
        var parameters = new ArrayList<Object>(List.of(now, tenantId, tenantId));
        parameters.addAll(matched(filter));
        parameters.add(most);
        return statements.query("update delivery " + AGAIN + """
                 where tenant_id = ? and id in (
                    select d.id from delivery d
                    where d.tenant_id = ? and d.state not in ('leased', 'pending', 'polled') and d.stored_bytes > 0 and %s
                    order by d.id limit ? for update skip locked)
                returning type""".formatted(MATCHES), parameters, row -> row.text("type"));
    }

    private static List<Object> matched(Filter filter) {
        return Arrays.asList(filter.integrationId(), filter.eventType(), filter.eventType(), filter.repository(),
                filter.repository(), filter.state(), filter.state(), filter.from(), filter.to(), filter.to());
    }

    private static WebhookEventRow row(Row row) {
        return new WebhookEventRow(row.id("id"), row.id("integration_id"), row.text("type"), row.id("config_id"),
                row.text("event"), row.text("delivery_id"), row.text("repository"), row.text("state"),
                row.instant("not_before"),
                row.instant("processed_at"), row.text("error"), row.text("reason"), row.text("events"),
                (int) row.number("attempt"), row.instant("received_at"), (int) row.number("body_bytes"), row.flag("is_kept"),
                row.text("headers"), row.bytes("body"));
    }
}
