package io.painchain.backend.access;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Right;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.user.KnownUser;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/me")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class MeResource {

    private final AuthMode mode;
    private final SecurityIdentity identity;
    private final CurrentTenant tenant;

    MeResource(AuthMode mode, SecurityIdentity identity, CurrentTenant tenant) {
        this.mode = mode;
        this.identity = identity;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "getMe", summary = "Who calls, for which tenant, and what that allows")
    public MeView get() {
        var caller = Caller.of(identity);
        var tenantId = CurrentTenant.onTheWire(tenant.id());
        if (!caller.isKnown()) {
            return new MeView(mode.onTheWire(), null, null, rights(right -> right == Right.READ || right == Right.WRITE
                    || right == Right.CONFIGURE || right == Right.AUDIT), tenantId, null, null);
        }
        return new MeView(mode.onTheWire(), caller.name(), caller.role().onTheWire(), rights(caller.role()::may), tenantId,
                caller.expiresAt(), KnownUser.of(identity).map(MeResource::user).orElse(null));
    }

    private static MeView.MeUser user(KnownUser user) {
        var tenants = user.active().stream().map(one -> new MeView.MeTenant(CurrentTenant.onTheWire(one.tenantId()),
                one.role().onTheWire())).toList();
        return new MeView.MeUser(user.id().toString(), user.email(), tenants);
    }

    private static List<String> rights(Predicate<Right> allowed) {
        return Stream.of(Right.values()).filter(right -> right != Right.NONE && right != Right.ANY).filter(allowed)
                .map(right -> right.name().toLowerCase(Locale.ROOT)).toList();
    }
}
