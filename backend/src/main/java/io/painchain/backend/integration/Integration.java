package io.painchain.backend.integration;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.id.TenantKey;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.integration.secret.Secrets;

/** Secrets are masked in {@code config} and encrypted in {@code secrets}. */
@Entity
@IdClass(TenantKey.class)
public class Integration {

    @Id
    public String tenantId;
    @Id
    public UUID id;
    public String type;
    String name;
    @JdbcTypeCode(SqlTypes.JSON)
    public JsonNode config;
    public byte[] secrets;
    /** Equal for equal secrets; {@code null} without any. */
    public byte[] secretDigest;
    public List<String> secretPaths;
    List<String> tags;
    boolean enabled;
    long version;
    Instant createdAt;
    Instant updatedAt;
    Instant enabledAt;
    Instant deletedAt;
    /** Deleted together with its events, some of which may remain. */
    @Column(name = "events_doomed")
    boolean eventsToRemove;

    IntegrationReference reference() {
        return new IntegrationReference(tenantId, id, type, name, List.copyOf(tags), enabled);
    }

    /** @throws IllegalStateException where no key of the keyset decrypts them */
    public Secrets openSecrets(SecretVault vault) {
        return new Secrets((ObjectNode) config, vault.open(tenantId, id, secrets), new TreeSet<>(secretPaths));
    }

    public void putSecrets(SecretVault vault, Secrets opened) {
        config = opened.masked();
        secretPaths = List.copyOf(opened.paths());
        secrets = vault.seal(tenantId, id, opened);
        secretDigest = vault.digest(type, opened);
    }
}
