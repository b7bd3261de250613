package io.painchain.backend.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.id.TenantKey;

@Singleton
class KeyUseRepository {

    private final Statements statements;

    KeyUseRepository(Statements statements) {
        this.statements = statements;
    }

    /** At most once an hour for each key, however many backends see it used. */
    void write(Map<TenantKey, Instant> uses) {
        var keys = List.copyOf(uses.keySet());
        statements.update("""
                update api_key k set last_used_at = u.at::timestamptz
                from unnest(?, ?, ?) u(tenant_id, id, at)
                where k.tenant_id = u.tenant_id and k.id = u.id::uuid
                  and (k.last_used_at is null or k.last_used_at <= u.at::timestamptz - interval '1 hour')""",
                List.of(keys.stream().map(TenantKey::tenantId).toArray(String[]::new),
                        keys.stream().map(key -> key.id().toString()).toArray(String[]::new),
                        keys.stream().map(key -> uses.get(key).toString()).toArray(String[]::new)));
    }
}
