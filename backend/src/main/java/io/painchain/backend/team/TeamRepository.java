package io.painchain.backend.team;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.id.TenantKey;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class TeamRepository implements PanacheRepositoryBase<Team, TenantKey> {

    List<Team> ofTenant(String tenantId) {
        return list("tenantId = ?1 order by lower(name), id", tenantId);
    }

    long countOfTenant(String tenantId) {
        return count("tenantId", tenantId);
    }

    Optional<Team> ofTenant(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2", tenantId, id).firstResultOptional();
    }

    Optional<Team> lock(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2", tenantId, id).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
