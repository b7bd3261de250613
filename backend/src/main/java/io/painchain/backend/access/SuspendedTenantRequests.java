package io.painchain.backend.access;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.operator.TenantSuspended;
import io.painchain.backend.security.OpenRequests;

/** What a tenant had open when it was suspended ends, whoever opened it. */
@Singleton
class SuspendedTenantRequests {

    private final OpenRequests requests;

    SuspendedTenantRequests(OpenRequests requests) {
        this.requests = requests;
    }

    void end(@Observes TenantSuspended tenant) {
        requests.endOfTenant(tenant.tenantId());
    }
}
