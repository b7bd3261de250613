package io.painchain.backend.integration.metric;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import io.painchain.backend.integration.IntegrationViewMapper;
import io.painchain.model.integration.IntegrationStatus;

/** Counts over all tenants, for those who run PainChain. */
@Singleton
class IntegrationGaugeRepository {

    private final EntityManager entities;
    private final Clock clock;

    IntegrationGaugeRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** Every status is there, be it with 0. */
    Map<IntegrationStatus, Long> integrations() {
        List<?> rows = entities.createNativeQuery("""
                select case when enabled then coalesce(status, 'pending') else 'disabled' end as fares, count(*)
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where deleted_at is null
                group by fares""").getResultList();
        var counts = new EnumMap<IntegrationStatus, Long>(IntegrationStatus.class);
        for (var status : IntegrationStatus.values()) {
            counts.put(status, 0L);
        }
        rows.stream().map(Object[].class::cast)
                .forEach(row -> counts.put(IntegrationStatus.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return counts;
    }

    /** By the same rule as {@link IntegrationViewMapper} shows it. */
    long stale() {
        return number(entities.createNativeQuery("""
                select count(*)
                from integration left join integration_sync s
                     on s.tenant_id = integration.tenant_id and s.integration_id = integration.id
                where deleted_at is null and enabled
                  and greatest(enabled_at, reported_at) + interval '1 second' * greatest(300, 3 *
                      case when jsonb_typeof(config -> 'pollInterval') = 'number'
                           then least(cast(config ->> 'pollInterval' as numeric), 2147483647) else 60 end) < :now""")
                .setParameter("now", clock.instant()));
    }

    long rejectedDrafts() {
        return number(entities.createNativeQuery("select count(*) from rejected_draft"));
    }

    /** Whose secrets another key than the present one encrypted: while there are any, no key may be pruned. */
    long withSecretsOfOtherKeys(byte[] currentPrefix) {
        return number(entities.createNativeQuery("""
                select count(*) from integration
                where secrets is not null and substring(secrets from 1 for 5) <> :prefix""")
                .setParameter("prefix", currentPrefix));
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
