package io.painchain.backend.subscription;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.painchain.backend.id.TenantKey;

/** What is written by those who send is only read here. */
@Entity
@IdClass(TenantKey.class)
class Subscription {

    @Id
    String tenantId;
    @Id
    UUID id;
    String name;
    String target;
    String url;
    byte[] sealed;
    String secretMask;
    String filter;
    String state;
    String reason;
    @Column(insertable = false, updatable = false)
    int fails;
    @Column(insertable = false, updatable = false)
    Instant failingSince;
    @Column(insertable = false, updatable = false)
    Instant notBefore;
    @Column(insertable = false, updatable = false)
    Instant succeededAt;
    long version;
    Instant createdAt;
    Instant updatedAt;
}
