package io.painchain.backend.user;

import io.painchain.backend.security.Role;

/** @param tenantId as stored */
public record Membership(String tenantId, Role role, boolean suspended) {
}
