package io.painchain.backend.apikey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.id.TenantKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, TenantKey> {

    /** The one look at a row without its tenant: which that is, only the key says. */
    Optional<ApiKey> ofDigest(byte[] digest) {
        return find("digest", digest).firstResultOptional();
    }

    List<ApiKey> valid(String tenantId) {
        return list("tenantId = ?1 and revokedAt is null order by lower(name), id", tenantId);
    }

    long countValid(String tenantId) {
        return count("tenantId = ?1 and revokedAt is null", tenantId);
    }

    Optional<ApiKey> lockValid(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and revokedAt is null", tenantId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }
}
