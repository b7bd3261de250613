package io.painchain.backend.deployment.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.slot.Exclusion;
import io.painchain.backend.deployment.slot.Rework;
import io.painchain.backend.deployment.slot.Shipment;

@Singleton
class MetricRepository {

    static final int MOST = 20_000;
    private static final int MOST_SERVICES = 500;
    private static final ObjectReader SHIPMENT = JsonMapper.builder().build().readerFor(Shipment.class);

    private final Statements statements;

    MetricRepository(Statements statements) {
        this.statements = statements;
    }

    /** Done ones and partial ones, newest first. What is of events that were removed is no longer counted. */
    List<DoneDeployment> deployments(String tenantId, DeliveryQuery query) {
        var parameters = new ArrayList<Object>(List.of(tenantId, query.service(), query.from(), query.to()));
        if (query.environment() != null) {
            parameters.add(query.environment());
        }
        parameters.add(MOST);
        return statements.query("""
                select project, environment, production, at, done, reason, rework, undone_at, undone_by, state,
                    case when production then shipment end as shipment
                from deployment_slot s
                where tenant_id = ? and service = ? and at >= ? and at < ? and state in ('done', 'partial')
                    %s and exists (select from event e where e.tenant_id = s.tenant_id and e.id = s.event_id)
                order by at desc, id desc limit ?""".formatted(query.environment() == null ? "" : "and environment = ?"),
                parameters, MetricRepository::deployment);
    }

    /** Those that had a deployment last first; of removed events as above. */
    List<ServiceEntry> services(String tenantId) {
        return statements.query("""
                select service, max(at) as last, count(*) filter (where production and state = 'done') as deployments
                from deployment_slot s
                where tenant_id = ? and exists (select from event e where e.tenant_id = s.tenant_id and e.id = s.event_id)
                group by service order by 2 desc, 1 limit ?""",
                List.of(tenantId, MOST_SERVICES), row -> new ServiceEntry(row.text("service"), row.instant("last"),
                        row.number("deployments")));
    }

    private static DoneDeployment deployment(Row row) {
        var reason = row.text("reason");
        Instant done = row.instant("done");
        return new DoneDeployment(row.text("project"), row.text("environment"), row.flag("production"), row.instant("at"),
                done, reason == null ? null : Exclusion.valueOf(reason), shipment(row.text("shipment")),
                rework(row.text("rework")), row.instant("undone_at"), rework(row.text("undone_by")));
    }

    private static Rework rework(String name) {
        return name == null ? null : Rework.valueOf(name);
    }

    private static Shipment shipment(String json) {
        try {
            return json == null ? new Shipment(null, null, null) : SHIPMENT.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored shipment is unreadable", e);
        }
    }
}
