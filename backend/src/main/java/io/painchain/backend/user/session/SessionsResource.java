package io.painchain.backend.user.session;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.id.Ids;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.user.KnownUser;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/sessions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class SessionsResource {

    private final SessionRepository repository;
    private final SessionEnds ends;
    private final SessionLimits limits;
    private final SecurityIdentity identity;
    private final AuditLog audit;
    private final AuthMode mode;
    private final Clock clock;

    SessionsResource(SessionRepository repository, SessionEnds ends, SessionLimits limits, SecurityIdentity identity,
            AuditLog audit, AuthMode mode, Clock clock) {
        this.repository = repository;
        this.ends = ends;
        this.limits = limits;
        this.identity = identity;
        this.audit = audit;
        this.mode = mode;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listSessions", summary = "Where one is signed in oneself, the latest used first; keys have none")
    public List<SessionView> list() {
        var now = clock.instant();
        var current = SessionIdentities.sessionId(identity);
        return KnownUser.of(identity).map(user -> repository.ofUser(user.id(), now, now.minus(limits.idle()))).orElse(List.of())
                .stream().map(session -> new SessionView(session.id().toString(), session.createdAt(), session.lastUsedAt(),
                        session.expiresAt(), session.address(), session.userAgent(), session.id().equals(current)))
                .toList();
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Transactional
    @Operation(operationId = "endSession", summary = "Sign oneself out of another browser")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void end(@RestPath String id) {
        if (mode == AuthMode.OPEN) {
            throw ProblemType.CONFLICT.problem("There are no sessions here: PAINCHAIN_AUTH is " + mode.onTheWire() + ".");
        }
        var user = KnownUser.of(identity).orElseThrow(() -> ProblemType.FORBIDDEN.problem("A key has no sessions."));
        if (Ids.parse(id).filter(uuid -> ends.one(user.id(), uuid)).isEmpty()) {
            throw ProblemType.NOT_FOUND.problem("You have no such session.");
        }
        audit.record("session", id, null, null);
    }
}
