package io.painchain.backend.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Who works for a connector type, by heartbeat. One not heard of for a day is forgotten. */
@Singleton
public class WorkerRepository {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    WorkerRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Transactional
    public void heartbeat(String type, String worker) {
        entities.createNativeQuery("""
                insert into connector_worker (type, worker, first_contact, last_contact)
                values (:type, :worker, :now, :now)
                on conflict (type, worker) do update set last_contact = greatest(connector_worker.last_contact, :now)""")
                .setParameter("type", type)
                .setParameter("worker", worker)
                .setParameter("now", clock.instant())
                .executeUpdate();
        entities.createNativeQuery("delete from connector_worker where type = :type and last_contact < :forgotten")
                .setParameter("type", type)
                .setParameter("forgotten", clock.instant().minus(REMEMBERED))
                .executeUpdate();
    }

    List<Contact> contacts() {
        List<?> rows = entities.createNativeQuery("""
                select type, worker, first_contact, last_contact from connector_worker
                where last_contact >= :forgotten
                order by type, worker""")
                .setParameter("forgotten", clock.instant().minus(REMEMBERED))
                .getResultList();
        return rows.stream().map(Object[].class::cast)
                .map(row -> new Contact((String) row[0], (String) row[1], (Instant) row[2], (Instant) row[3])).toList();
    }

    record Contact(String type, String worker, Instant first, Instant last) {
    }
}
