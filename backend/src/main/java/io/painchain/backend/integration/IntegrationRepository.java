package io.painchain.backend.integration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Integrations, of one tenant unless a method says otherwise. Tombstones appear only where names are asked for. */
@Singleton
class IntegrationRepository implements PanacheRepositoryBase<Integration, IntegrationKey> {

    Optional<Integration> ofTenant(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id).firstResultOptional();
    }

    /** Whosever it is: only for a connector, which names an integration and takes the tenant from it. */
    Optional<Integration> ofAnyTenant(UUID id) {
        return find("id = ?1 and deletedAt is null", id).firstResultOptional();
    }

    /** Held until the transaction ends, so that changes of one integration come one after the other. */
    Optional<Integration> lock(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Keeps a deletion waiting until the transaction ends; false where the integration is deleted already. */
    boolean holdAgainstDeletion(String tenantId, UUID id) {
        return !getEntityManager()
                .createNativeQuery("""
                        select 1 from integration
                        where tenant_id = :tenant and id = :id and deleted_at is null
                        for key share""", Integer.class)
                .setParameter("tenant", tenantId)
                .setParameter("id", id)
                .getResultList().isEmpty();
    }

    Map<UUID, String> names(String tenantId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = getEntityManager()
                .createQuery("select id, name from Integration where tenantId = ?1 and id in ?2", Object[].class)
                .setParameter(1, tenantId)
                .setParameter(2, ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
