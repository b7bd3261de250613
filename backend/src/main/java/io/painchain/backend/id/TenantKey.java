package io.painchain.backend.id;

import java.io.Serializable;
import java.util.UUID;

/** Primary key of tenants' rows. */
public record TenantKey(String tenantId, UUID id) implements Serializable {
}
