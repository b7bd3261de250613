package io.painchain.backend.integration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.id.TenantKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Of one tenant unless a method says otherwise; without tombstones. */
@Singleton
public class IntegrationRepository implements PanacheRepositoryBase<Integration, TenantKey> {

    Optional<Integration> ofTenant(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id).firstResultOptional();
    }

    Optional<Integration> lock(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    List<Integration> page(String tenantId, IntegrationQuery query, int limit) {
        var parameters = query.parameters();
        parameters.put("tenant", tenantId);
        return find("""
                tenantId = :tenant and deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", parameters).page(0, limit).list();
    }

    List<Integration> allOfTenant(String tenantId, String type) {
        return find("tenantId = ?1 and deletedAt is null and (?2 is null or type = ?2) order by id", tenantId, type).list();
    }

    /** Only for a connector. */
    List<Integration> pageOfAllTenants(IntegrationQuery query, int limit) {
        return find("""
                deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", query.parameters()).page(0, limit).list();
    }

    List<Integration> pageOfWorker(IntegrationQuery query, String worker, Instant liveSince, int limit) {
        var parameters = query.parameters();
        parameters.put("worker", worker);
        parameters.put("liveSince", liveSince);
        return find("""
                deletedAt is null and id > :after
                and type = :type and (:enabled is null or enabled = :enabled)
                and function('assigned_worker', type, secretDigest, id, :liveSince) = :worker
                order by id""", parameters).page(0, limit).list();
    }

    /** Of any tenants, for changes of their storage. */
    public List<Integration> ofKeys(Collection<TenantKey> keys) {
        return keys.stream().map(this::findById).toList();
    }

    /** Of any tenants, for changes of their storage. */
    public List<Integration> lockSomeOfType(String type, UUID after, int limit) {
        return find("type = ?1 and deletedAt is null and id > ?2 order by id", type, after)
                .withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }

    List<IntegrationReference> withEventsToRemove() {
        return find("eventsToRemove").list().stream().map(Integration::reference).toList();
    }

    void markEventsRemoved(IntegrationReference deleted) {
        update("eventsToRemove = false where tenantId = ?1 and id = ?2", deleted.tenantId(), deleted.id());
    }
}
