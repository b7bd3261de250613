package io.painchain.backend.webhook.inbox;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** What senders are made of, for one connector type, of all tenants: a delivery names no tenant. */
@Singleton
class SenderRepository {

    private final Statements statements;

    SenderRepository(Statements statements) {
        this.statements = statements;
    }

    record Version(UUID integrationId, long version) {
    }

    record Configured(String tenantId, UUID integrationId, long version, String config, byte[] secrets) {
    }

    record Hook(String tenantId, UUID id, UUID integrationId, String repository, String hook, byte[] secret, byte[] previous,
            List<String> events) {
    }

    List<Version> versions(String type) {
        return statements.query("""
                select id, version from integration
                where type = ? and enabled and deleted_at is null and not exists (
                    select from tenant t where t.tenant_id = integration.tenant_id and t.suspended_at is not null)
                order by id""", List.of(type),
                row -> new Version(row.id("id"), row.number("version")));
    }

    List<Configured> configured(String type, Collection<UUID> ids) {
        return statements.query("""
                select tenant_id, id, version, cast(config as text) as config, secrets from integration
                where type = ? and id = any(cast(? as uuid[])) and deleted_at is null""",
                List.of(type, ids.stream().map(UUID::toString).toArray(String[]::new)),
                row -> new Configured(row.text("tenant_id"), row.id("id"), row.number("version"), row.text("config"),
                        row.bytes("secrets")));
    }

    List<Hook> hooks(String type) {
        return statements.query("""
                select c.tenant_id, c.id, c.integration_id, c.repository, c.hook_id, c.secret, c.previous_secret, c.events
                from webhook_config c join integration i on i.tenant_id = c.tenant_id and i.id = c.integration_id
                where i.type = ? and i.enabled and i.deleted_at is null and c.active and not exists (
                    select from tenant t where t.tenant_id = c.tenant_id and t.suspended_at is not null)
                order by c.id""", List.of(type),
                row -> new Hook(row.text("tenant_id"), row.id("id"), row.id("integration_id"), row.text("repository"),
                        row.text("hook_id"), row.bytes("secret"), row.bytes("previous_secret"), row.texts("events")));
    }
}
