package io.painchain.backend.integration;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.id.Ids;
import io.painchain.backend.operator.SuspendedTenants;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Roles;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;

/** Finds a request's integration and checks access; one of another tenant answers as a missing one. */
@Singleton
public class IntegrationDirectory {

    private final IntegrationRepository integrations;
    private final IntegrationReferenceRepository references;
    private final SuspendedTenants suspended;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;

    IntegrationDirectory(IntegrationRepository integrations, IntegrationReferenceRepository references,
            SuspendedTenants suspended,
            CurrentTenant tenant,
            SecurityIdentity identity) {
        this.integrations = integrations;
        this.references = references;
        this.suspended = suspended;
        this.tenant = tenant;
        this.identity = identity;
    }

    /** @throws HttpProblem not-found, also for a malformed id, and for a tenant header that is not the integration's */
    public IntegrationReference require(String id) {
        return Ids.parse(id).flatMap(this::find).orElseThrow(() -> notFound(id));
    }

    /** Blocks deletion until the transaction ends; not-found where already deleted. */
    public void hold(IntegrationReference integration) {
        if (!references.holdAgainstDeletion(integration.tenantId(), integration.id())) {
            throw notFound(integration.id().toString());
        }
    }

    /** Of deleted ones too. */
    public Map<UUID, String> names(String tenantId, Collection<UUID> ids) {
        return references.names(tenantId, ids);
    }

    public long count(String tenantId) {
        return integrations.count("tenantId = ?1 and deletedAt is null", tenantId);
    }

    private Optional<IntegrationReference> find(UUID id) {
        if (!identity.hasRole(Roles.CONNECTOR)) {
            return references.ofTenant(tenant.id(), id);
        }
        return references.ofAnyTenant(id)
                .filter(found -> !tenant.isNamed() || found.tenantId().equals(tenant.id()))
                .filter(found -> Caller.of(identity).maySee(found.type()))
                .filter(found -> !suspended.contains(found.tenantId()));
    }

    static HttpProblem notFound(String id) {
        return ProblemType.NOT_FOUND.problem("There is no integration " + shown(id) + ".");
    }

    private static String shown(String id) {
        return Ids.parse(id).map(UUID::toString).orElse("of that id");
    }
}
