package io.painchain.backend.event.metric;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
class EventGaugeRepository {

    private final Statements statements;

    EventGaugeRepository(Statements statements) {
        this.statements = statements;
    }

    /** One index lookup per tenant, whatever the number of events. */
    Optional<Instant> newest() {
        return statements.query("""
                select newest."timestamp" as newest
                from (select distinct tenant_id from project) t
                cross join lateral (
                    select e."timestamp" from event e
                    where e.tenant_id = t.tenant_id
                    order by e."timestamp" desc limit 1) newest
                order by 1 desc limit 1""", List.of(), row -> row.instant("newest")).stream().findFirst();
    }
}
