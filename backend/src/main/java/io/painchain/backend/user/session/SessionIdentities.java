package io.painchain.backend.user.session;

import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.user.KnownUser;
import io.painchain.backend.user.KnownUsers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

@Singleton
class SessionIdentities implements IdentityProvider<SessionCredential> {

    private static final String SESSION = "painchain.session";

    private final KnownSessions sessions;
    private final KnownUsers users;

    SessionIdentities(KnownSessions sessions, KnownUsers users) {
        this.sessions = sessions;
        this.users = users;
    }

    @Override
    public Class<SessionCredential> getRequestType() {
        return SessionCredential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionCredential credential, AuthenticationRequestContext context) {
        var session = sessions.cached(credential.digest());
        var user = session.flatMap(one -> users.cached(one.userId()));
        return user.isPresent() ? Uni.createFrom().item(identity(session.get(), user.get(), credential))
                : context.runBlocking(() -> find(credential));
    }

    /** @return {@code null} without a session signed in */
    static StoredSession of(SecurityIdentity identity) {
        return identity.getAttribute(SESSION);
    }

    static UUID sessionId(SecurityIdentity identity) {
        var session = of(identity);
        return session == null ? null : session.id();
    }

    private SecurityIdentity find(SessionCredential credential) {
        var session = sessions.find(credential.digest()).orElseThrow(AuthenticationFailedException::new);
        var user = users.find(session.userId()).orElseThrow(AuthenticationFailedException::new);
        return identity(session, user, credential);
    }

    private static SecurityIdentity identity(StoredSession session, KnownUser user, SessionCredential credential) {
        var identity = user.identity(credential.wantedTenant(), session.expiresAt(), true);
        return QuarkusSecurityIdentity.builder((QuarkusSecurityIdentity) identity).addAttribute(SESSION, session).build();
    }
}
