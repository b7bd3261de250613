package io.painchain.backend.operator;

/** Nobody of the tenant gets in any more, on whichever backend that was said. */
public record TenantSuspended(String tenantId) {
}
