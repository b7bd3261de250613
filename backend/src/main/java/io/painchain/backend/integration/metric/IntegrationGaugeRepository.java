package io.painchain.backend.integration.metric;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationViewMapper;
import io.painchain.model.integration.IntegrationStatus;

@Singleton
class IntegrationGaugeRepository {

    private final Statements statements;
    private final Clock clock;

    IntegrationGaugeRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** With every status, 0 included. */
    Map<IntegrationStatus, Long> integrations() {
        var counts = new EnumMap<IntegrationStatus, Long>(IntegrationStatus.class);
        for (var status : IntegrationStatus.values()) {
            counts.put(status, 0L);
        }
        statements.query("""
                select case when enabled then coalesce(status, 'pending') else 'disabled' end as fares, count(*) as count
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where deleted_at is null
                group by fares""", List.of(),
                row -> counts.put(IntegrationStatus.valueOf(row.text("fares")), row.number("count")));
        return counts;
    }

    /** The same rule as in {@link IntegrationViewMapper}. */
    long stale() {
        return count("""
                select count(*) as count
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where deleted_at is null and enabled
                  and greatest(enabled_at, reported_at) + interval '1 second' * greatest(300, 3 *
                      case when jsonb_typeof(config -> 'pollInterval') = 'number'
                           then least(cast(config ->> 'pollInterval' as numeric), 2147483647) else 60 end) < ?""",
                List.of(clock.instant()));
    }

    long rejectedDrafts() {
        return count("select count(*) as count from rejected_draft", List.of());
    }

    /** While there are any, no key may be pruned. */
    long withSecretsOfOtherKeys(byte[] currentPrefix) {
        return count("""
                select count(*) as count from integration
                where secrets is not null and substring(secrets from 1 for 5) <> ?""", List.of(currentPrefix));
    }

    private long count(String statement, List<?> parameters) {
        return statements.query(statement, parameters, row -> row.number("count")).get(0);
    }
}
