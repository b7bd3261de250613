package io.painchain.backend.tenant;

import java.util.regex.Pattern;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.painchain.backend.problem.ProblemType;

/** Reads {@code x-tenant-id}. Absent means the self-hosted tenant, never all tenants. */
@Provider
class TenantRequestFilter implements ContainerRequestFilter {

    private static final String HEADER = "x-tenant-id";
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final CurrentTenant tenant;

    TenantRequestFilter(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var values = request.getHeaders().get(HEADER);
        if (values == null || values.isEmpty()) {
            return;
        }
        if (values.size() > 1 || !TENANT.matcher(values.get(0)).matches()) {
            throw ProblemType.invalid(HEADER, "must be sent once, as 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        tenant.name(values.get(0));
    }
}
