package io.painchain.backend.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** Who works for a connector type, by heartbeat. One not heard of for a day is forgotten. */
@Singleton
public class WorkerRepository {

    /** How long after its last sign of life a worker counts as one. */
    public static final Duration LIVE = Duration.ofSeconds(90);

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final EntityManager entities;
    private final Clock clock;

    WorkerRepository(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void heartbeat(String type, String worker) {
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

    /** That it works no more; others take its share at once. */
    void leave(String type, String worker) {
        entities.createNativeQuery("delete from connector_worker where type = :type and worker = :worker")
                .setParameter("type", type)
                .setParameter("worker", worker)
                .executeUpdate();
    }

    /** Counts the assignment up where other workers live than when it was looked at last. */
    boolean renewAssignment(String type) {
        return entities.createNativeQuery("""
                insert into connector_assignment (type, version, workers)
                values (:type, 1, (select coalesce(array_agg(worker order by worker), '{}') from connector_worker
                                   where type = :type and last_contact >= :live))
                on conflict (type) do update
                set version = connector_assignment.version + 1, workers = excluded.workers
                where connector_assignment.workers <> excluded.workers""")
                .setParameter("type", type)
                .setParameter("live", clock.instant().minus(LIVE))
                .executeUpdate() == 1;
    }

    /** That an integration may have gone to another worker. */
    void raiseAssignment(String type) {
        entities.createNativeQuery("update connector_assignment set version = version + 1 where type = :type")
                .setParameter("type", type)
                .executeUpdate();
    }

    /** 0 where no worker was ever heard of. */
    long assignmentVersion(String type) {
        List<?> rows = entities.createNativeQuery("select version from connector_assignment where type = :type")
                .setParameter("type", type)
                .getResultList();
        return rows.isEmpty() ? 0 : (Long) rows.get(0);
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
