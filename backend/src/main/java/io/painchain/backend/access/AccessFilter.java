package io.painchain.backend.access;

import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.operator.SuspendedTenants;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;

/** Where callers have to prove who they are: who may call the operation, and for which tenant. */
@Singleton
public class AccessFilter {

    /** After the tenant's header was read. */
    private static final int ORDER = Priorities.USER + 100;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final AuthMode mode;
    private final SecurityIdentity identity;
    private final CurrentTenant tenant;
    private final SuspendedTenants suspended;
    private final RequestLimits limits;

    AccessFilter(AuthMode mode, SecurityIdentity identity, CurrentTenant tenant, SuspendedTenants suspended,
            RequestLimits limits) {
        this.mode = mode;
        this.identity = identity;
        this.tenant = tenant;
        this.suspended = suspended;
        this.limits = limits;
    }

    @ServerRequestFilter(priority = ORDER)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        var operation = operation(resource);
        if (Operations.isPublic(operation)) {
            tenant.openAll();
            return;
        }
        var caller = Caller.of(identity);
        if (mode == AuthMode.OPEN) {
            bind(caller, operation);
            return;
        }
        if (!caller.isKnown()) {
            throw ProblemType.UNAUTHORIZED.problem("Sign in, or send Authorization: Bearer <%s>."
                    .formatted(mode.hasKeys() ? "API key" : "access token"));
        }
        requireRight(caller, operation);
        requireOrigin(caller, request);
        requireType(caller, request);
        takeTenant(caller);
        bind(caller, operation);
    }

    /** Connectors and operators work for all tenants, and what is anybody's to ask is a person's of whichever tenant. */
    private void bind(Caller caller, String operation) {
        if (caller.role() != Role.OPERATOR && suspended.contains(tenant.id())) {
            throw ProblemType.FORBIDDEN.problem("The tenant is suspended; ask who runs this installation.");
        }
        boolean isForAll = caller.role() == Role.CONNECTOR || caller.role() == Role.OPERATOR;
        if (!isForAll) {
            limits.take(tenant.id(), caller);
        }
        if (isForAll || Operations.isAnybodys(operation)) {
            tenant.openAll();
        } else {
            tenant.bind();
        }
    }

    private static String operation(ResourceInfo resource) {
        var method = resource.getResourceMethod();
        var described = method == null ? null : method.getAnnotation(Operation.class);
        return described == null ? "" : described.operationId();
    }

    private static void requireRight(Caller caller, String operation) {
        if (!Operations.allows(caller.role(), operation)) {
            throw ProblemType.FORBIDDEN.problem(caller.role() == Role.GUEST
                    ? "You are no member of this tenant, or suspended in it."
                    : "The role " + caller.role().onTheWire() + " may not do this.");
        }
    }

    /** A browser sends the cookie along by itself, and with changes also the page's origin, which has to be ours. */
    private static void requireOrigin(Caller caller, ContainerRequestContext request) {
        if (caller.signedIn() && !SAFE.contains(request.getMethod()) && request.getHeaderString("Origin") == null) {
            throw ProblemType.FORBIDDEN.problem("Changes by cookie need the header Origin; without a browser, send the key.");
        }
    }

    private static void requireType(Caller caller, ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var inPath = uri.getPathParameters().getFirst("type");
        var type = inPath == null ? uri.getQueryParameters().getFirst("type") : inPath;
        if (type != null && !caller.maySee(type)) {
            throw ProblemType.FORBIDDEN.problem("This key is for connectors of the type " + caller.connectorType() + ".");
        }
    }

    private void takeTenant(Caller caller) {
        if (caller.role() == Role.CONNECTOR) {
            return; // of all tenants unless the header names one
        }
        if (!tenant.isNamed()) {
            if (caller.role() != Role.GUEST) {
                tenant.become(caller.tenantId());
            }
            return;
        }
        if (caller.role() != Role.OPERATOR && !tenant.id().equals(caller.tenantId())) {
            throw ProblemType.FORBIDDEN
                    .problem("You are no member of the tenant that x-tenant-id names, or the key is of another.");
        }
    }
}
