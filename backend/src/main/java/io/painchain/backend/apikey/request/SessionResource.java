package io.painchain.backend.apikey.request;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.painchain.backend.apikey.ApiKeyCheck;
import io.painchain.backend.apikey.RefusedKey;
import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.FailedKeys;
import io.painchain.backend.security.KeyChallenge;
import io.painchain.backend.security.SignedOut;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;

@Path(SessionResource.PATH)
@PermitAll
@Tag(name = "access", description = "Who calls, and with which keys")
public class SessionResource {

    static final String PATH = "/api/session";

    private final ApiKeyCheck check;
    private final FailedKeys failures;
    private final AuditLog audit;
    private final AuthMode mode;
    private final Event<SignedOut> signedOut;
    private final RoutingContext context;

    SessionResource(ApiKeyCheck check, FailedKeys failures, AuditLog audit, AuthMode mode, Event<SignedOut> signedOut,
            RoutingContext context) {
        this.check = check;
        this.failures = failures;
        this.audit = audit;
        this.mode = mode;
        this.signedOut = signedOut;
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getWaysToSignIn", summary = "How one signs in here; for whoever is not signed in")
    public WaysToSignIn ways() {
        return new WaysToSignIn(mode.hasKeys(), mode.hasOidc());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "signIn", summary = "Keep an API key in a cookie, for browsers")
    @APIResponse(responseCode = "204", description = "Signed in until the browser or the key ends")
    @APIResponse(responseCode = "429", description = "Too many keys that are not valid came from this address")
    public RestResponse<Void> signIn(SessionRequest request, @RestHeader("Origin") String origin) {
        if (!mode.hasKeys()) {
            throw ProblemType.CONFLICT.problem("Nobody signs in with a key here: PAINCHAIN_AUTH is " + mode.onTheWire()
                    + ".");
        }
        try {
            var key = check.check(request.key());
            audit.recordAs(key.caller(), "session", key.key().id());
        } catch (RefusedKey e) {
            throw refused(e);
        }
        return ResponseBuilder.<Void> create(Status.NO_CONTENT)
                .cookie(SessionCookie.of(request.key(), origin, context.request())).build();
    }

    @DELETE
    @Operation(operationId = "signOut", summary = "Forget the cookie; a key stays valid, a session ends")
    @APIResponse(responseCode = "204", description = "Signed out; Location, if there is one, is where to sign out at the provider too")
    public RestResponse<Void> signOut() {
        signedOut.fire(new SignedOut(context));
        return ResponseBuilder.<Void> create(Status.NO_CONTENT).cookie(SessionCookie.removals()).build();
    }

    private HttpProblem refused(RefusedKey refused) {
        var wait = failures.failed(ApiKeyMechanism.address(context), refused.reason());
        if (wait.isZero()) {
            return ProblemType.UNAUTHORIZED.problem("The API key is not valid: it is unknown, expired or revoked.");
        }
        long seconds = KeyChallenge.seconds(wait);
        return ProblemType.RATE_LIMITED.builder(KeyChallenge.tooMany(seconds)).withHeader("Retry-After", seconds).build();
    }
}
