package io.painchain.backend.webhook.config;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.id.TenantKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Of one tenant unless a method says otherwise. */
@Singleton
class WebhookConfigRepository implements PanacheRepositoryBase<WebhookConfig, TenantKey> {

    List<WebhookConfig> ofTenant(String tenantId, UUID integrationId) {
        return list("tenantId = ?1 and (?2 is null or integrationId = ?2) order by id", tenantId, integrationId);
    }

    long countOfTenant(String tenantId) {
        return count("tenantId", tenantId);
    }

    Optional<WebhookConfig> ofTenant(String tenantId, UUID id, LockModeType lock) {
        return find("tenantId = ?1 and id = ?2", tenantId, id).withLock(lock).firstResultOptional();
    }

    /** Of any tenants, for changes of their storage. */
    List<WebhookConfig> lockSomeAfter(UUID after, int limit) {
        return find("id > ?1 order by id", after).withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }
}
