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

/** Integrations, of one tenant unless a method says otherwise. Tombstones appear only where names are asked for. */
@Singleton
public class IntegrationRepository implements PanacheRepositoryBase<Integration, TenantKey> {

    Optional<Integration> ofTenant(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id).firstResultOptional();
    }

    /** Held until the transaction ends, so that changes of one integration come one after the other. */
    Optional<Integration> lock(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** A page of a tenant's integrations in the order of their creation. */
    List<Integration> page(String tenantId, IntegrationQuery query, int limit) {
        var parameters = query.parameters();
        parameters.put("tenant", tenantId);
        return find("""
                tenantId = :tenant and deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", parameters).page(0, limit).list();
    }

    /** All of a tenant, or all of a type of his. */
    List<Integration> allOfTenant(String tenantId, String type) {
        return find("tenantId = ?1 and deletedAt is null and (?2 is null or type = ?2) order by id", tenantId, type).list();
    }

    /** The same of all tenants: only for a connector. */
    List<Integration> pageOfAllTenants(IntegrationQuery query, int limit) {
        return find("""
                deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", query.parameters()).page(0, limit).list();
    }

    /** Of these, those that a worker is responsible for. */
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

    /** Those of the keys, whosever they are, for changes that concern their storage. */
    public List<Integration> ofKeys(Collection<TenantKey> keys) {
        return keys.stream().map(this::findById).toList();
    }

    /** All of a type, whosever they are, for changes that concern their storage. */
    public List<Integration> lockSomeOfType(String type, UUID after, int limit) {
        return find("type = ?1 and deletedAt is null and id > ?2 order by id", type, after)
                .withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }

    /** Deleted ones whose events may still be there. */
    List<IntegrationReference> withDoomedEvents() {
        return find("eventsDoomed").list().stream().map(Integration::reference).toList();
    }

    void forgetDoomedEvents(IntegrationReference deleted) {
        update("eventsDoomed = false where tenantId = ?1 and id = ?2", deleted.tenantId(), deleted.id());
    }
}
