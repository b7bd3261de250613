package io.painchain.backend.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.painchain.backend.id.TenantKey;

@Entity
@IdClass(TenantKey.class)
class Team {

    @Id
    String tenantId;
    @Id
    UUID id;
    String name;
    List<String> tags;
    long version;
    Instant createdAt;
    Instant updatedAt;
}
