package io.painchain.backend.apikey;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.painchain.backend.id.TenantKey;

@Entity
@IdClass(TenantKey.class)
class ApiKey {

    @Id
    String tenantId;
    @Id
    UUID id;
    String name;
    String role;
    String connectorType;
    byte[] digest;
    String lastFour;
    Instant createdAt;
    String createdBy;
    UUID creatorId;
    Instant expiresAt;
    Instant revokedAt;
    Instant lastUsedAt;
}
