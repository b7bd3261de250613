package io.painchain.backend.webhook.config;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.painchain.backend.id.TenantKey;

/** Secrets are encrypted; the mask is what is shown of the present one. */
@Entity
@IdClass(TenantKey.class)
class WebhookConfig {

    @Id
    String tenantId;
    @Id
    UUID id;
    UUID integrationId;
    String repository;
    String hookId;
    String url;
    byte[] secret;
    byte[] previousSecret;
    String secretMask;
    List<String> events;
    boolean active;
    Instant lastDeliveryAt;
    @Column(insertable = false, updatable = false)
    Instant registeredAt;
    @Column(insertable = false, updatable = false)
    String standing;
    @Column(insertable = false, updatable = false)
    Instant comparedAt;
    @Column(insertable = false, updatable = false)
    int missing;
    Instant createdAt;
    Instant updatedAt;
}
