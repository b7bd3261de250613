package io.painchain.backend.oidc;

import java.net.URI;
import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.user.session.SessionEnds;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpHeaders;

/** Where browsers go to sign in, and where the provider says that somebody signed out. */
@Path(LoginResource.PATH)
@PermitAll
@Blocking
public class LoginResource {

    static final String PATH = "/login";
    static final String CALLBACK = PATH + "/callback";
    static final String BACK_CHANNEL = PATH + "/back-channel";

    private static final String LOGOUT_TOKEN = "logout_token";
    private static final Logger LOG = Logger.getLogger(LoginResource.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** What the dashboard shows instead of being signed in. */
    private static final URI FAILED = URI.create("/?signin=failed");
    private static final URI UNREACHABLE = URI.create("/?signin=unreachable");

    private final OidcAuthenticationMechanism provider;
    private final IdentityProviderManager identities;
    private final SignIn signIn;
    private final SessionEnds sessions;
    private final AuthMode mode;
    private final CurrentVertxRequest request;

    LoginResource(OidcAuthenticationMechanism provider, IdentityProviderManager identities, SignIn signIn, SessionEnds sessions,
            AuthMode mode, CurrentVertxRequest request) {
        this.provider = provider;
        this.identities = identities;
        this.signIn = signIn;
        this.sessions = sessions;
        this.mode = mode;
        this.request = request;
    }

    @GET
    @Operation(operationId = "beginSignIn", hidden = true)
    public RestResponse<Void> begin() {
        requireOidc();
        try {
            var challenge = provider.getChallenge(request.getCurrent()).await().atMost(PATIENCE);
            return redirect(URI.create(challenge.getHeaders().get(HttpHeaders.LOCATION)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "The OIDC provider cannot be asked to sign somebody in");
            return redirect(UNREACHABLE);
        }
    }

    @GET
    @Path("/callback")
    @Operation(operationId = "completeSignIn", hidden = true)
    public RestResponse<Void> complete() {
        requireOidc();
        var context = request.getCurrent();
        try {
            var verified = provider.authenticate(context, identities).await().atMost(PATIENCE);
            context.response().removeCookies("q_session_" + OidcTenants.SIGN_IN, false);
            if (verified == null || !(verified.getPrincipal() instanceof JsonWebToken token)) {
                return redirect(FAILED);
            }
            signIn.of(verified, token, context);
            return redirect(URI.create("/"));
        } catch (RuntimeException e) {
            LOG.warnf("A sign-in failed: %s", e.getMessage());
            return redirect(AbsentProvider.isCauseOf(e) ? UNREACHABLE : FAILED);
        }
    }

    @POST
    @Path("/back-channel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "endSessionsByProvider", hidden = true)
    public RestResponse<Void> endSessions(@FormParam(LOGOUT_TOKEN) String logoutToken) {
        requireOidc();
        var token = verified(logoutToken);
        var sid = TokenClaims.text(token, "sid");
        if (token.getSubject() == null && sid == null) {
            throw ProblemType.invalid(LOGOUT_TOKEN, "names neither a subject nor a session");
        }
        int ended = sessions.byProvider(token.getIssuer(), token.getSubject(), sid);
        LOG.infof("The OIDC provider ended %d sessions of the subject %s", ended, token.getSubject());
        return ResponseBuilder.<Void> ok().header("Cache-Control", "no-store").build();
    }

    private JsonWebToken verified(String logoutToken) {
        if (logoutToken == null || logoutToken.isBlank()) {
            throw ProblemType.invalid(LOGOUT_TOKEN, "is required");
        }
        var question = new TokenAuthenticationRequest(new AccessTokenCredential(logoutToken));
        HttpSecurityUtils.setRoutingContextAttribute(question, request.getCurrent());
        SecurityIdentity identity;
        try {
            identity = identities.authenticate(question).await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            if (AbsentProvider.isCauseOf(e)) {
                throw ProblemType.UNAVAILABLE.problem(AbsentProvider.ADVICE);
            }
            throw ProblemType.invalid(LOGOUT_TOKEN, "is not valid");
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && TokenClaims.isForLogout(token)) {
            return token;
        }
        throw ProblemType.invalid(LOGOUT_TOKEN, "is no logout token");
    }

    private void requireOidc() {
        if (!mode.hasOidc()) {
            throw ProblemType.NOT_FOUND.problem("Nobody signs in at a provider here: PAINCHAIN_AUTH is " + mode.onTheWire()
                    + ".");
        }
    }

    private static RestResponse<Void> redirect(URI target) {
        return ResponseBuilder.<Void> create(Status.FOUND).location(target).header("Cache-Control", "no-store").build();
    }
}
