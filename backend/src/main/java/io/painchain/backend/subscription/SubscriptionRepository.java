package io.painchain.backend.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.id.TenantKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Of one tenant unless a method says otherwise. */
@Singleton
class SubscriptionRepository implements PanacheRepositoryBase<Subscription, TenantKey> {

    List<Subscription> ofTenant(String tenantId) {
        return list("tenantId = ?1 order by lower(name), id", tenantId);
    }

    long countOfTenant(String tenantId) {
        return count("tenantId", tenantId);
    }

    Optional<Subscription> ofTenant(String tenantId, UUID id, LockModeType lock) {
        return find("tenantId = ?1 and id = ?2", tenantId, id).withLock(lock).firstResultOptional();
    }

    /** Of any tenants, for changes of their storage. */
    List<Subscription> lockSomeAfter(UUID after, int limit) {
        return find("id > ?1 order by id", after).withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }
}
