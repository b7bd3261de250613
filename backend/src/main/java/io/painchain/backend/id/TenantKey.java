package io.painchain.backend.id;

import java.io.Serializable;
import java.util.UUID;

/** The key of whatever a tenant has: the tenant first, as in every table. */
public record TenantKey(String tenantId, UUID id) implements Serializable {
}
