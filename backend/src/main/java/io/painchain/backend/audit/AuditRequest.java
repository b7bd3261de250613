package io.painchain.backend.audit;

import jakarta.enterprise.context.RequestScoped;

import io.painchain.backend.requestid.RequestIds;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;

/** What is said of a request in each of its entries, and whether it has one. */
@RequestScoped
class AuditRequest {

    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final RoutingContext context;
    private String operation = "";
    private boolean recorded;

    AuditRequest(CurrentTenant tenant, SecurityIdentity identity, RoutingContext context) {
        this.tenant = tenant;
        this.identity = identity;
        this.context = context;
    }

    void begin(String operationId) {
        operation = operationId;
    }

    String operation() {
        return operation;
    }

    boolean isRecorded() {
        return recorded;
    }

    void recorded() {
        recorded = true;
    }

    /** What connectors and operators do without naming a tenant concerns the installation. */
    String tenantId() {
        var role = Caller.of(identity).role();
        boolean isOfInstallation = role == Role.CONNECTOR || role == Role.OPERATOR;
        return isOfInstallation && !tenant.isNamed() ? CurrentTenant.INSTALLATION : tenant.id();
    }

    AuditEntry.Actor actor() {
        return actor(Caller.of(identity));
    }

    AuditEntry.Actor actor(Caller caller) {
        var address = context.request().remoteAddress();
        return new AuditEntry.Actor(caller.name(), caller.isKnown() ? caller.role().onTheWire() : null, caller.keyId(),
                address == null ? null : address.hostAddress(), RequestIds.of(context));
    }
}
