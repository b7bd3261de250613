package io.painchain.backend.integration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.id.TenantKey;

/** Without configurations, for each batch and page. */
@Singleton
public class IntegrationReferenceRepository {

    private static final String REFERENCE = """
            select tenant_id, id, type, name, tags, enabled from integration
            where id = ? and deleted_at is null and (? or tenant_id = ?)""";

    private final Statements statements;

    IntegrationReferenceRepository(Statements statements) {
        this.statements = statements;
    }

    Optional<IntegrationReference> ofTenant(String tenantId, UUID id) {
        return reference(id, false, tenantId);
    }

    /** Only for a connector, which takes the tenant from the integration. */
    public Optional<IntegrationReference> ofAnyTenant(UUID id) {
        return reference(id, true, "");
    }

    /** Blocks deletion until the transaction ends; false where already deleted. */
    boolean holdAgainstDeletion(String tenantId, UUID id) {
        return !statements.preparedQuery("""
                select id from integration
                where tenant_id = ? and id = ? and deleted_at is null
                for key share""", List.of(tenantId, id), row -> row.id("id")).isEmpty();
    }

    /** Waits for {@link #holdAgainstDeletion holders} and blocks new ones. */
    void lockForDeletion(String tenantId, UUID id) {
        statements.query("select 1 from integration where tenant_id = ? and id = ? for update", List.of(tenantId, id),
                row -> true);
    }

    Map<UUID, String> names(String tenantId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        return statements.query("select id, name from integration where tenant_id = ? and id = any(cast(? as uuid[]))",
                List.of(tenantId, texts), row -> Map.entry(row.id("id"), row.text("name"))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Digests of other keys; rows locked by another backend are skipped. */
    public List<TenantKey> lockSomeOfOtherDigests(byte[] keyId, int limit) {
        return statements.query("""
                select tenant_id, id from integration
                where secrets is not null
                  and (secret_digest is null or substring(secret_digest from 1 for 4) <> ?)
                order by tenant_id, id
                limit ?
                for no key update skip locked""", List.of(keyId, limit), IntegrationReferenceRepository::key);
    }

    /** Secrets of other keys; rows locked by another backend are skipped. */
    public List<TenantKey> lockSomeOfOtherKeys(byte[] currentPrefix, TenantKey after, int limit) {
        return statements.query("""
                select tenant_id, id from integration
                where secrets is not null
                  and (substring(secrets from 1 for 5) < ? or substring(secrets from 1 for 5) > ?)
                  and (tenant_id, id) > (?, ?)
                order by tenant_id, id
                limit ?
                for no key update skip locked""",
                List.of(currentPrefix, currentPrefix, after.tenantId(), after.id(), limit),
                IntegrationReferenceRepository::key);
    }

    /** Of all tenants. */
    public long countOfOtherKeys(byte[] currentPrefix) {
        return statements.query("""
                select count(*) as left_over from integration
                where secrets is not null
                  and (substring(secrets from 1 for 5) < ? or substring(secrets from 1 for 5) > ?)""",
                List.of(currentPrefix, currentPrefix), row -> row.number("left_over")).get(0);
    }

    private Optional<IntegrationReference> reference(UUID id, boolean ofAnyTenant, String tenantId) {
        return statements.preparedQuery(REFERENCE, List.of(id, ofAnyTenant, tenantId),
                row -> new IntegrationReference(row.text("tenant_id"), row.id("id"), row.text("type"), row.text("name"),
                        row.texts("tags"), row.flag("enabled")))
                .stream().findFirst();
    }

    private static TenantKey key(Row row) {
        return new TenantKey(row.text("tenant_id"), row.id("id"));
    }
}
