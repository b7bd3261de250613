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
    private boolean change;
    private boolean recorded;

    AuditRequest(CurrentTenant tenant, SecurityIdentity identity, RoutingContext context) {
        this.tenant = tenant;
        this.identity = identity;
        this.context = context;
    }

    /** @param isChange whether an entry is expected; signing in is a read, and has one all the same */
    void begin(String operationId, boolean isChange) {
        operation = operationId;
        change = isChange;
    }

    boolean isChange() {
        return change;
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

    /** What connectors, operators and guests do without naming a tenant concerns the installation. */
    String tenantId() {
        var role = Caller.of(identity).role();
        boolean isOfInstallation = role == Role.CONNECTOR || role == Role.OPERATOR || role == Role.GUEST;
        return isOfInstallation && !tenant.isNamed() ? CurrentTenant.INSTALLATION : tenant.id();
    }

    AuditEntry.Actor actor() {
        return actor(Caller.of(identity));
    }

    AuditEntry.Actor actor(Caller caller) {
        var address = context.request().remoteAddress();
        return new AuditEntry.Actor(caller.name(), caller.isKnown() ? caller.role().onTheWire() : null, caller.keyId(),
                caller.userId(),
                address == null ? null : address.hostAddress(), RequestIds.of(context));
    }
}
