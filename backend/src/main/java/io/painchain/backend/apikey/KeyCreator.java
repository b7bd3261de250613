package io.painchain.backend.apikey;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** What a key's validity depends on of the membership of who made it. */
@Entity
@Immutable
@Table(name = "membership")
@IdClass(KeyCreator.Key.class)
class KeyCreator {

    @Id
    String tenantId;
    @Id
    UUID userId;
    String role;
    Instant suspendedAt;

    record Key(String tenantId, UUID userId) implements java.io.Serializable {
    }
}
