package io.painchain.backend.savedview;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.painchain.backend.id.TenantKey;

@Entity
@IdClass(TenantKey.class)
class SavedView {

    @Id
    String tenantId;
    @Id
    UUID id;
    String name;
    String query;
    long version;
    Instant createdAt;
    Instant updatedAt;
}
