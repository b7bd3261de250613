package io.painchain.backend.integration;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;

/**
 * Which integration a request means, and whether its caller may speak of it. One of another tenant answers exactly as one
 * that does not exist.
 */
@Singleton
public class IntegrationDirectory {

    private final IntegrationRepository integrations;
    private final IntegrationReferenceRepository references;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;

    IntegrationDirectory(IntegrationRepository integrations, IntegrationReferenceRepository references, CurrentTenant tenant,
            SecurityIdentity identity) {
        this.integrations = integrations;
        this.references = references;
        this.tenant = tenant;
        this.identity = identity;
    }

    /**
     * The integration that the caller names. For a connector the tenant is the integration's, and a tenant header must agree
     * with it; for others it must be of the caller's tenant.
     *
     * @throws HttpProblem not-found, also for a malformed id, a deleted integration and one of another tenant
     */
    public IntegrationReference require(String id) {
        return Ids.parse(id).flatMap(this::find).orElseThrow(() -> notFound(id));
    }

    /**
     * Keeps the integration from being deleted until the transaction ends; for who writes what belongs to it.
     *
     * @throws HttpProblem not-found where it is deleted by now
     */
    public void hold(IntegrationReference integration) {
        if (!references.holdAgainstDeletion(integration.tenantId(), integration.id())) {
            throw notFound(integration.id().toString());
        }
    }

    /** The names of a tenant's integrations, deleted ones too. */
    public Map<UUID, String> names(String tenantId, Collection<UUID> ids) {
        return references.names(tenantId, ids);
    }

    /** How many integrations a tenant has. */
    public long count(String tenantId) {
        return integrations.count("tenantId = ?1 and deletedAt is null", tenantId);
    }

    private Optional<IntegrationReference> find(UUID id) {
        if (!identity.hasRole(Roles.CONNECTOR)) {
            return references.ofTenant(tenant.id(), id);
        }
        return references.ofAnyTenant(id)
                .filter(found -> !tenant.isNamed() || found.tenantId().equals(tenant.id()));
    }

    static HttpProblem notFound(String id) {
        return ProblemType.NOT_FOUND.problem("There is no integration " + shown(id) + ".");
    }

    private static String shown(String id) {
        return Ids.parse(id).map(UUID::toString).orElse("of that id");
    }
}
