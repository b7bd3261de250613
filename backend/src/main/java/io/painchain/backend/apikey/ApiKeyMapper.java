package io.painchain.backend.apikey;

import io.painchain.backend.id.TenantKey;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;

final class ApiKeyMapper {

    private ApiKeyMapper() {
    }

    /** A key may do no more than who made it may do now. */
    static StoredKey toStoredKey(ApiKey row, StoredKey.Maker maker) {
        var role = maker.role() == null ? role(row) : role(row).atMost(maker.role());
        var caller = new Caller(row.name, role, row.tenantId, row.connectorType, row.id, null, row.expiresAt, false);
        return new StoredKey(new TenantKey(row.tenantId, row.id), caller, row.revokedAt, row.lastUsedAt, maker);
    }

    static ApiKeyView toView(ApiKey row) {
        return new ApiKeyView(row.id.toString(), CurrentTenant.onTheWire(row.tenantId), row.name, row.role, row.connectorType,
                row.lastFour, row.createdAt, row.createdBy, row.expiresAt, row.lastUsedAt);
    }

    static CreatedApiKey toCreated(ApiKey row, String key) {
        return new CreatedApiKey(key, toView(row));
    }

    static Role role(ApiKey row) {
        return Role.of(row.role).orElseThrow();
    }
}
